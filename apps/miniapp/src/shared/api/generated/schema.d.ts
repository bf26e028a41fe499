// Generated from apps/server/openapi.json by "npm run api-types".
export interface paths {
    "/api/app-config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 小程序启动时要知道的 */
        get: operations["appConfig_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本级任命的工作账号，新的在前 */
        get: operations["appointments_list"];
        put?: never;
        /** 开通工作账号 */
        post: operations["appointments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}/binding-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发绑定码：7天内用一次；旧码和原来绑定的手机立即失效 */
        post: operations["appointments_issueBindingCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束工作账号，立即生效 */
        post: operations["appointments_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 交接前：这个岗位手上还有多少事 */
        get: operations["handover_preview"];
        put?: never;
        /** 交接：结束原来的人，同一岗位当天换人，没办完的事告诉接手人 */
        post: operations["handover_do"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区划，今天有效的 */
        get: operations["areas_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的考核：各村走到哪一步 */
        get: operations["assessments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看一张照片，能看那条记录才能看；人员记录的照片，打开会留痕 */
        get: operations["attachments_get"];
        /**
         * 开始传一张照片，或问还差哪几块
         * @description 照片的编号先写在记录里，记录收到以后再传照片。同样的内容再问一次不会重来；编号相同、内容不同时答 ATTACHMENT_CONFLICT。
         */
        put: operations["attachments_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/chunks/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 传一块，顺序不限，重复不碍事 */
        put: operations["attachments_putChunk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 传完了：核对后存下，照片里的位置、时间等附带信息一律去掉 */
        post: operations["attachments_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awareness/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村、镇、市的知晓率：区间、样本、来源、哪些题知道的人少、逐年、还缺什么 */
        get: operations["awareness_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村或一个镇的月度简报 */
        get: operations["brief_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefs/{code}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 月度简报，Word 或 PDF */
        get: operations["brief_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭课堂码领一份题，不登录、不留名 */
        post: operations["classPapers_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 交卷：只计入全班的总数，给出答案和道理 */
        put: operations["classPapers_submit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本校上过的课，新的在前 */
        get: operations["classes_list"];
        put?: never;
        /** 开课：得到6位课堂码，45分钟有效 */
        post: operations["classes_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 课堂：几个同学交了，哪些题知道的人少 */
        get: operations["classes_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下课：结果记入学校的台账 */
        post: operations["classes_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classes/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 课堂码延长15分钟 */
        post: operations["classes_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一起工作的人：记录里选走访人用 */
        get: operations["colleagues_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 演示账号（只在演示模式有） */
        get: operations["demo_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用演示账号登录（只在演示模式有） */
        post: operations["demo_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dictionaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件没有列出的词条：是否核定、谁核定的 */
        get: operations["dictionaries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dictionaries/{dictionary}/confirmations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 按文件核定一组词条 */
        put: operations["dictionary_confirm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/experience-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 经验材料：自己辖区的，本镇推广的，和全县（市）推广的 */
        get: operations["experience_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我24小时内导出的表 */
        get: operations["exports_list"];
        put?: never;
        /** 要一份表；行数多的在后台生成 */
        post: operations["exports_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份表生成到哪里了 */
        get: operations["exports_get"];
        put?: never;
        post?: never;
        /** 取消，或删除已生成的文件 */
        delete: operations["exports_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载，只给要这份表的人，再查一次权限 */
        get: operations["exports_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以导出的表和台账 */
        get: operations["exports_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 写给本办的意见，查看会留痕 */
        get: operations["feedback_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复一条意见 */
        post: operations["feedback_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收手机存成文件交来的记录，逐条回答
         * @description 正文就是文件，最多12MB。同一个文件可以再传，不会重复；手机以后联网再发，也不会重复。
         */
        post: operations["handIns_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/household-papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 入户交卷：记下是谁问的，不记答的人是谁 */
        put: operations["householdPapers_submit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/household-pledges/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签的那部手机取自己的一份，PDF */
        post: operations["householdPledges_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/household-pledges/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭签名条签名：一个码签一份 */
        post: operations["householdPledges_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/household-pledges/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭签名条看全文，写上自己的姓名，不登录 */
        post: operations["householdPledges_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村各户签了没有，只有户号 */
        get: operations["households_show"];
        /** 开始今年各户签，或改一共几户；签过的户不会去掉 */
        put: operations["households_setSize"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/door-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上门：户主在工作人员的手机上签，记下是谁在场 */
        post: operations["households_signAtDoor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/door-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上门：一户的承诺书全文，写上户主姓名 */
        post: operations["households_doorText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/paper-removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记错了的纸质承诺书，写明原因去掉 */
        post: operations["households_removePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按户号登记在纸上签好的，和手机上签的一样算 */
        post: operations["households_registerPapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签名条：还没签的户号和各自的签名码，看过留有记录 */
        get: operations["households_slips"];
        put?: never;
        /** 重新发一户的签名条，原来的作废 */
        post: operations["households_renewSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用表格录入、还有记录等审核的 */
        get: operations["imports_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己上传的一张表：会写什么，或写了什么 */
        get: operations["imports_get"];
        put?: never;
        post?: never;
        /** 不要了：删除上传的表 */
        delete: operations["imports_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认写入：全部写入，或都不写 */
        post: operations["imports_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把一张表里等审核的记录一起通过，或写明原因一起退回 */
        post: operations["imports_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己上传的表，写明每行要改什么 */
        get: operations["imports_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息，最近90天，新的在前 */
        get: operations["inbox_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 */
        post: operations["inbox_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全部标为已读 */
        post: operations["inbox_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invited-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 抽到的人凭答题条领一份题，不登录、不留名 */
        post: operations["invitedPapers_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invited-papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 抽到的人交卷：一年计一次 */
        put: operations["invitedPapers_submit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/{areaCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村的台账（编号），从某个版本起的变动；今年的答卷数；按哪版规则算 */
        get: operations["ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{list}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 屏幕上的一张表存成 Excel；看得到这张表的人才能存，行数和屏幕上一样。要办的事按屏幕上的筛选 */
        get: operations["list_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 注销账号：抹去身份，结束登录 */
        post: operations["me_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统里存了我作为使用者的哪些信息 */
        get: operations["me_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我写的意见和答复 */
        get: operations["feedback_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 写意见、投诉、更正申请或问题给镇、市禁毒办 */
        put: operations["feedback_send"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 改自己的称呼；工作账号的姓名由镇禁毒办改 */
        put: operations["me_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我查看过哪些人的姓名、电话 */
        get: operations["reveals_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 要办的事，先到期的在前；可按村、岗位、种类、到期日筛选 */
        get: operations["obligations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把一件要办的事交给本村另一位同事，或收回 */
        post: operations["obligations_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 要办的事按种类、岗位各有几件，几件过期 */
        get: operations["obligations_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明这件事为什么没有办，或收回；不影响评分，只是村里不再收到提醒 */
        post: operations["obligations_explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 辖区的督办：没办结的先到期的在前，办结的后到期的在前 */
        get: operations["orders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件督办和它的经过 */
        get: operations["order_get"];
        /** 向一个村下督办 */
        put: operations["order_issue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/answers/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 村里答复一件督办 */
        put: operations["order_answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/decisions/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 下督办的办：退回再办、办结、撤回 */
        put: operations["order_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 辖区的变化、近13周走势、各年授牌覆盖 */
        get: operations["oversight_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-venue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的场所：要办的事、问题、检查、人员 */
        get: operations["ownVenue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-venue/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记一名从业人员 */
        post: operations["ownVenue_addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-venue/staff/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从业人员离职：姓名随即删除 */
        post: operations["ownVenue_staffLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-venue/staff/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 看一名从业人员的姓名，留有记录 */
        post: operations["ownVenue_revealStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名册（编号），不含已封存的 */
        get: operations["persons_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 档案：状态、各期、要办的事、经过 */
        get: operations["persons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁、什么时候、为什么看过这个人的姓名、电话 */
        get: operations["persons_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按目的查看姓名、电话，先留痕再答复 */
        post: operations["persons_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按完整姓名找编号，写明目的，会留痕 */
        post: operations["persons_lookup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 场所、网格、教育阵地、学校的台账 */
        get: operations["places_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个场所、网格、阵地或学校：现在的情况、要办的事、经过 */
        get: operations["places_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的责任状 */
        get: operations["pledges_listMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 责任状全文，只给签署人本人 */
        get: operations["pledges_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 不签，写明原因；以后还可以签 */
        put: operations["pledges_decline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 证据包：不连系统也能核验，给签署人本人和发起人 */
        get: operations["pledges_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印版，给签署人本人和发起人 */
        get: operations["pledges_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 撤回一份已封存的，写明原因；原件保留 */
        put: operations["pledges_revoke"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 签名：全文、笔迹和时间由系统封存 */
        put: operations["pledges_sign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按现任人员发出一年的责任状；再发一次只补新上任的 */
        post: operations["pledges_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各村应签、已签份数，不显示姓名 */
        get: operations["pledges_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 还差谁：按职务和地方，场所和学校不显示姓名 */
        get: operations["pledges_missing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记一份在纸上签好的责任状，和手机上签的一样算 */
        post: operations["pledges_registerPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提醒还没签的人；同一份一天只提醒一次 */
        post: operations["pledges_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签了名一分钟以上还没有封存的 */
        get: operations["pledges_stuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各级文本的所有版本 */
        get: operations["pledges_wordings"];
        put?: never;
        /** 发布本镇的新文本；签过的不变 */
        post: operations["pledges_releaseWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/wordings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览一份文本，指出缺什么 */
        post: operations["pledges_previewWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则里的每个数字：含义、出处、现在是多少；草案和历次发布 */
        get: operations["policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份草案和试算：哪些村、哪些条会变 */
        get: operations["policyDraft_get"];
        /** 存一份草案，存好就开始试算 */
        put: operations["policyDraft_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/drafts/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布别人写的草案，到日子执行 */
        post: operations["policyDraft_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/drafts/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回草案，或还没到日子的发布，写明原因 */
        post: operations["policyDraft_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/pledges/{verifyCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验一份责任状，不显示签署人 */
        get: operations["publicPledges_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/seal-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 封存责任状的公钥和指纹，离线核验时对照 */
        get: operations["publicPledges_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/villages/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村对外公示的内容；人人可看 */
        get: operations["publicVillage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/villages/{code}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村正在公示的考核结果；人人可查 */
        get: operations["assessments_publicity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/villages/{code}/plaque": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村的授牌现在是否有效；人人可查 */
        get: operations["plaque_validity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 交卷：由服务器判分，给出讲解和法律依据 */
        put: operations["quizAttempts_submit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传填好的题库表，逐行检查，先看不写
         * @description 正文就是.xlsx文件，最多5MB、1000行。有要改的地方时，可下载写明错处的表；没有时再确认。
         */
        post: operations["quizBank_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/imports/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认写入：全部写入等审核，或都不写 */
        post: operations["quizBank_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/imports/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己上传的题库表，写明每行要改什么 */
        get: operations["quizBank_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 题库：按对象、主题、状态筛选 */
        get: operations["quizBank_list"];
        put?: never;
        /** 写一道新题，等另一个人审核 */
        post: operations["quizBank_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一道题和它的各版：谁写的、谁审的、什么时候 */
        get: operations["quizBank_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/items/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用一道题，写明原因；已经发出的卷子不受影响 */
        post: operations["quizBank_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/items/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核别人写的题：通过，或写明原因退回 */
        post: operations["quizBank_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/items/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改一道题：成为新的一版，等另一个人审核 */
        post: operations["quizBank_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张空表，用来写新题 */
        get: operations["quizBank_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出题库，改好可以再导入 */
        get: operations["quizBank_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 学习卡：一类对象可能问到的题、答案、讲解和法律依据 */
        get: operations["quizCards_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 抽一份题（10道，不含答案） */
        post: operations["quizPapers_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 记录清单，不含文字内容 */
        get: operations["records_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条记录和它的各版，打开人员记录的文字会留痕 */
        get: operations["records_get"];
        /**
         * 提交一条记录，或它的下一版
         * @description 编号由手机生成，重复提交同样的内容不会多记。改正：revision 加 1，replaces 写改的是第几版；别人先改过时答 RECORD_STALE，params.currentRevision 是现在的版次，再用 GET 取各版内容合并。作废：再加 void；双人审核过的记录，作废也要等另一个人通过。
         */
        put: operations["records_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/remarks/{remarkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 给待审、退回的记录留言，不用退回；只能加，不能改 */
        put: operations["records_remark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核别人提交的记录：通过，或写明原因退回 */
        post: operations["records_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一次提交多条记录，逐条答复，互不影响 */
        post: operations["records_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 微信提醒：还剩的次数、静音的种类、最近发出没有 */
        get: operations["reminders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记下在微信里点的“允许”，点一次提醒一次 */
        post: operations["reminders_allow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/mutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一种事到某天为止不发微信；消息里仍然有 */
        post: operations["reminders_mute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等待审核的记录 */
        get: operations["reviews_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村一年的抽样，作废的也在 */
        get: operations["samples_list"];
        put?: never;
        /** 从一份编了号的名单里随机抽人 */
        post: operations["samples_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次抽样：抽到哪些编号，答了没有 */
        get: operations["samples_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束调查：答题码作废，不再能看出谁答了什么 */
        post: operations["samples_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/enlargement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 再抽几个：接着原来的随机顺序往下抽 */
        post: operations["samples_enlarge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/numbers/{number}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记一个编号为什么没答 */
        post: operations["samples_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/numbers/{number}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 入户：在自己的手机上给抽到的人一份题 */
        post: operations["samples_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 答题条：还没答的编号和各自的答题码，看过留有记录 */
        get: operations["samples_slips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 名单弄错了，作废；有人答过就不能作废 */
        post: operations["samples_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁，现在用哪个身份 */
        get: operations["session_get"];
        put?: never;
        post?: never;
        /** 退出登录；令牌已过期也能退出 */
        delete: operations["session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/binding-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用镇里打印的绑定码登录；已用微信登录的就绑上这个微信 */
        post: operations["session_bindCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签名前再确认一次是本人 */
        post: operations["session_recheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换新的令牌；旧的立刻作废 */
        post: operations["session_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 电脑要一个二维码，2分钟有效 */
        post: operations["scan_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/scan/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 手机扫到后看两位数字 */
        get: operations["scan_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/scan/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 手机确认登录电脑 */
        post: operations["scan_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/scan/{id}/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 电脑问手机确认了没有；登录只给一次 */
        post: operations["scan_poll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用 wx.login 的 code 登录 */
        post: operations["session_signInWithWeChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/wechat/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用微信手机号打开镇里准备好的工作账号 */
        post: operations["session_bindPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从业人员凭答题码领一份题 */
        post: operations["staffPapers_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 从业人员交卷：一年计一次 */
        put: operations["staffPapers_submit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-papers/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从业人员凭自己答的那份题领合格证，PDF */
        get: operations["staffPapers_certificateFile"];
        put?: never;
        /** 从业人员凭自己答的那份题领合格证 */
        post: operations["staffPapers_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统各部分现在怎样，不正常时怎么办 */
        get: operations["status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 第三方调查的结果，撤回的也在 */
        get: operations["surveys_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 录入第三方调查的结果和它的文件 */
        put: operations["surveys_enter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 录错了，写明原因撤回；仍留在档里 */
        post: operations["surveys_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/towns/{code}/assessments/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 开始一个年度的考核，或改各步的期限 */
        put: operations["assessments_open"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/towns/{code}/assessments/{year}/spot-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 随机抽几个村现场抽查；种子由系统定，印出来可以复核 */
        post: operations["assessments_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 还没有答复的转出、转入申请
         * @description 接收：提交一条 transfer-acceptance，areaCode 填接收的村；15日内答复。
         */
        get: operations["transfers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{recordId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回转入申请，写明原因；人仍由原来的村负责 */
        post: operations["transfers_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各村对标，按行政区划代码排列 */
        get: operations["villages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村一年的考核：每项的分、依据、走过的每一步 */
        get: operations["assessment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登记公示期内收到的意见 */
        put: operations["assessment_appeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复一条意见，附文号；不能答复自己登记的 */
        post: operations["assessment_decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 写自评：每项几分、说明、纸质材料；没提交可以一直改 */
        put: operations["assessment_claim"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示期满、意见都答复了，办结归档 */
        post: operations["assessment_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正已冻结的：另冻结一版，写明更正的是哪一版、为什么 */
        post: operations["assessment_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 记下现场抽查看到的 */
        put: operations["assessment_find"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看自评纸质材料的一张照片，能看这个村的考核才能看 */
        get: operations["assessment_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示市里的结果 */
        post: operations["assessment_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审自评：退回并写原因，或同意上报并冻结；不能审自己交的 */
        post: operations["assessment_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/assessments/{year}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把自评交给镇里审 */
        post: operations["assessment_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/awareness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村的知晓率；公开时不足5份不给数字 */
        get: operations["villages_awareness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以用表格批量录入的种类 */
        get: operations["imports_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/imports/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传填好的表，逐行检查，先看不写
         * @description 正文就是.xlsx文件，最多5MB、1000行。有要改的地方时，可下载写明错处的表；没有时再确认。
         */
        post: operations["imports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/imports/{sheet}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一张空表，带示例和下拉选项，只给这个村用 */
        get: operations["imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村要办的事和错过的期限，按台账现算 */
        get: operations["village_obligations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村开始用系统，资料还缺什么 */
        get: operations["onboarding_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/plaque": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村的授牌状态和来由 */
        get: operations["plaque_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/plaque/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 录入市里的正式结果：考核、上报、授牌、更正；另一位确认以后才生效 */
        put: operations["plaque_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/plaque/decisions/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认别人录入的正式结果，从这时起生效；不能确认自己录的 */
        post: operations["plaque_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/plaque/decisions/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回还没确认的正式结果，写明理由；录入人自己的就是撤回 */
        post: operations["plaque_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/plaque/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印：公示栏的二维码页，或授牌证明 */
        get: operations["plaque_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村的评分和依据，按台账现算 */
        get: operations["scorecard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/villages/{code}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 定一个村开始用系统的日期，一个月内可以改
         * @description 这天以前的各期，不因为没有记录算没做到，凭以前的依据判定。
         */
        put: operations["onboarding_setStart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountHead: {
            id: string;
            name: string;
        };
        AppConfig: {
            hotline: {
                gov: string;
                police: string;
                town: string;
            };
            /** @enum {string} */
            mode: "demo" | "production";
            /** @description 服务器时间，手机的钟可能不准 */
            now: string;
            policyVersion: string;
            rulesVersion: string;
            wechatTemplates: {
                key: string;
                templateId: string;
            }[];
        };
        AppointmentIn: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * Format: date
             * @description 任职第一天
             */
            from: string;
            /** @description 姓名 */
            name: string;
            /** @description 本人微信绑定的手机号；没有就用绑定码 */
            phone?: string;
            /** @enum {string} */
            role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "system-admin";
            /**
             * Format: uuid
             * @description 场所负责人、老师：是哪一家场所、哪一所学校；其他身份不填
             */
            subjectId?: string;
            /**
             * Format: date
             * @description 任职最后一天；不填就是长期
             */
            to?: string;
        };
        AppointmentItem: {
            accountId: string;
            areaCode: string;
            areaName: string;
            /** @description 是否已绑定微信 */
            bound: boolean;
            /** @description 提前结束的时刻 */
            endedAt: string | null;
            from: string;
            id: string;
            name: string;
            /** @enum {string} */
            role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "system-admin";
            /** @description 场所或学校；其他身份没有 */
            subjectId: string | null;
            subjectName: string | null;
            to: string | null;
        };
        AppointmentPage: {
            items: components["schemas"]["AppointmentItem"][];
            nextCursor: string | null;
        };
        AppointmentQuery: {
            /** Format: uuid */
            cursor?: string;
        };
        Area: {
            code: string;
            isDemo: boolean;
            /** @enum {string} */
            level: "province" | "city" | "county" | "town" | "village" | "grid";
            name: string;
            parentCode: string | null;
            startOn: string | null;
        };
        AreaList: {
            items: components["schemas"]["Area"][];
        };
        AreaQuery: {
            /** @enum {string} */
            level?: "province" | "city" | "county" | "town" | "village" | "grid";
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            under?: string;
        };
        AssessmentActIn: {
            /** @description 看到的是第几次改动 */
            revision: number;
        };
        AssessmentAppealDecisionIn: {
            document: string;
            /** @enum {string} */
            outcome: "upheld" | "rejected";
            reason: string;
        };
        AssessmentAppealIn: {
            matter: string;
            /**
             * @description 村里、群众、其他单位
             * @enum {string}
             */
            raisedBy: "village" | "resident" | "unit";
            /**
             * @description 中国日期
             * @example 2026-12-31
             */
            receivedOn: string;
        };
        AssessmentClaim: {
            /** @enum {string} */
            item: "A1.group" | "A1.funds" | "A1.meetings" | "A3.activities" | "A3.site" | "A3.residents" | "A3.migrants" | "A3.venues" | "A3.schools" | "A4.support" | "A4.talks" | "A4.homeTests" | "A4.overallTests" | "A4.relapses" | "A4.threeYears" | "A5.keyPersons" | "A5.truthful" | "measures.venues" | "measures.grids" | "A6" | "A7";
            /** @default  */
            note: string;
            /** @default [] */
            papers: components["schemas"]["PaperEvidence"][];
            /**
             * @description 自评几分；空的按系统算的
             * @default null
             */
            points: number | null;
        };
        AssessmentClaimsIn: {
            claims: components["schemas"]["AssessmentClaim"][];
            /** @description 看到的是第几次改动 */
            revision: number;
        };
        AssessmentCorrectionIn: {
            /**
             * @description 镇里改分的全部项；没写的项按系统算的，原来改过的也不再算
             * @default []
             */
            changes: components["schemas"]["AssessmentItemChange"][];
            document: string;
            reason: string;
            /** @description 看到的是第几次改动 */
            revision: number;
        };
        AssessmentCycle: {
            areaCode: string;
            /**
             * @description 考核截至哪一天
             * @example 2026-12-31
             */
            asOf: string;
            /** @description 公示几天，公示当天不算 */
            publicityDays: number;
            /**
             * @description 市里考评的期限
             * @example 2026-12-31
             */
            resultBy: string;
            /**
             * @description 镇里审核的期限
             * @example 2026-12-31
             */
            reviewBy: string;
            /**
             * @description 村里自评的期限
             * @example 2026-12-31
             */
            submitBy: string;
            year: number;
        };
        AssessmentCycleIn: {
            /**
             * @description 考核截至哪一天
             * @example 2026-12-31
             */
            asOf: string;
            /** @description 公示几天，公示当天不算 */
            publicityDays: number;
            /**
             * @description 市里考评的期限
             * @example 2026-12-31
             */
            resultBy: string;
            /**
             * @description 镇里审核的期限
             * @example 2026-12-31
             */
            reviewBy: string;
            /**
             * @description 村里自评的期限
             * @example 2026-12-31
             */
            submitBy: string;
        };
        AssessmentFreeze: {
            asOf: string;
            document: string | null;
            frozenAt: string;
            frozenBy: string;
            knownAt: string;
            ledgerVersion: number;
            /** @description 百分之一分 */
            points: number;
            policyVersion: string;
            /** @enum {string|null} */
            reached: "met" | "notMet" | "notApplicable" | "undetermined" | null;
            reason: string | null;
            replaces: number | null;
            rulesVersion: string;
            snapshotHash: string;
            /** @description 百分之一分 */
            systemPoints: number;
            /** @enum {string} */
            verdict: "met" | "notMet" | "notApplicable" | "undetermined";
            version: number;
        };
        AssessmentItem: {
            change: components["schemas"]["AssessmentItemChange"] | null;
            claim: components["schemas"]["AssessmentClaim"] | null;
            clause: {
                quote: string;
                ref: string;
            };
            /** @description 怎么算 */
            how: string;
            /** @enum {string} */
            id: "A1.group" | "A1.funds" | "A1.meetings" | "A3.activities" | "A3.site" | "A3.residents" | "A3.migrants" | "A3.venues" | "A3.schools" | "A4.support" | "A4.talks" | "A4.homeTests" | "A4.overallTests" | "A4.relapses" | "A4.threeYears" | "A5.keyPersons" | "A5.truthful" | "measures.venues" | "measures.grids" | "A6" | "A7";
            /** @description 系统按台账算的 */
            points: number;
            records: {
                id: string;
                kind: string;
                label: string;
                on: string;
            }[];
            /** @enum {string} */
            state: "met" | "notMet" | "notApplicable" | "undetermined" | "notYet";
            /** @description 算式 */
            sum: string;
            title: string;
            /** @description 百分之一分 */
            weight: number;
        };
        /** @description 镇里改的一项：改成几分，为什么 */
        AssessmentItemChange: {
            /** @enum {string} */
            item: "A1.group" | "A1.funds" | "A1.meetings" | "A3.activities" | "A3.site" | "A3.residents" | "A3.migrants" | "A3.venues" | "A3.schools" | "A4.support" | "A4.talks" | "A4.homeTests" | "A4.overallTests" | "A4.relapses" | "A4.threeYears" | "A5.keyPersons" | "A5.truthful" | "measures.venues" | "measures.grids" | "A6" | "A7";
            /** @description 百分之一分 */
            points: number;
            reason: string;
        };
        AssessmentPublicity: {
            areaCode: string;
            areaName: string;
            from: string;
            result: {
                document: string;
                /** @enum {string} */
                kind: "passed" | "failed";
                on: string;
            };
            until: string;
            year: number;
        };
        /** @description 公示期内的考核结果；不在公示期时为空 */
        AssessmentPublicityList: {
            items: components["schemas"]["AssessmentPublicity"][];
        };
        AssessmentReviewIn: {
            /**
             * @description 同意时改动的项；没写的项按系统算的
             * @default []
             */
            changes: components["schemas"]["AssessmentItemChange"][];
            /** @enum {string} */
            outcome: "returned" | "endorsed";
            /** @description 退回时必填 */
            reason?: string;
            /** @description 看到的是第几次改动 */
            revision: number;
        };
        AttachmentOut: {
            height?: number;
            id: string;
            /** @enum {string} */
            mime?: "image/jpeg" | "application/pdf";
            /**
             * @description 还没传完、已收到、不是照片没有收
             * @enum {string}
             */
            state: "awaited" | "stored" | "refused";
            width?: number;
        };
        AttachmentQuery: {
            /**
             * @default full
             * @enum {string}
             */
            size: "full" | "thumb";
        };
        AudienceAwareness: {
            /** @enum {string} */
            audience: "resident" | "migrant";
            aware?: number;
            /** @enum {string} */
            channel?: "sampled" | "self" | "none";
            high?: number;
            low?: number;
            /** @description 还要多少人答题并知晓 */
            needed?: number;
            rate?: number;
            /**
             * @description suppressed：不足5份，不公布数字
             * @enum {string}
             */
            state: "met" | "notMet" | "notApplicable" | "undetermined" | "suppressed";
            targetPercent: number;
            valid?: number;
            /** @enum {string} */
            warning?: "selfChosen" | "smallSample";
        };
        AwarenessParams: {
            /**
             * @description 村（社区）代码，12位
             * @example 441581990201
             */
            code: string;
        };
        AwarenessQuery: {
            year?: number;
        };
        AwarenessReport: {
            areaCode: string;
            asOf: string;
            /** @enum {string} */
            level: "county" | "town" | "village";
            name: string;
            people: components["schemas"]["PeopleAwareness"][];
            student: components["schemas"]["SchoolAwareness"];
            venue: components["schemas"]["VenueAwareness"];
            /** @description 镇、市：各村的判定 */
            villages: {
                areaCode: string;
                /** @enum {string} */
                migrant: "met" | "notMet" | "notApplicable" | "undetermined";
                name: string;
                /** @enum {string} */
                resident: "met" | "notMet" | "notApplicable" | "undetermined";
                /** @enum {string} */
                student: "met" | "notMet" | "notApplicable" | "undetermined";
                /** @enum {string} */
                venue: "met" | "notMet" | "notApplicable" | "undetermined";
            }[];
            year: number;
        };
        AwarenessReportParams: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            code: string;
        };
        BindingCode: {
            /** @example 7KQM-2WXP-R9ND */
            bindingCode: string;
            expiresAt: string;
        };
        BindingCodeSignIn: {
            bindingCode: string;
        };
        /** @description 月度简报：做了什么、还差什么、下个月要办什么；没有姓名 */
        Brief: {
            areaCode: string;
            areaName: string;
            asOf: string;
            month: string;
            note: string;
            sections: {
                lines: string[];
                title: string;
            }[];
            title: string;
        };
        BriefFileQuery: {
            /** @enum {string} */
            format: "docx" | "pdf";
            /**
             * @description 哪个月
             * @example 2026-11
             */
            month: string;
        };
        BriefQuery: {
            /**
             * @description 哪个月
             * @example 2026-11
             */
            month: string;
        };
        /** @description 每道题的答案和道理；没有分数，不和别人比 */
        ClassAnswers: {
            counted: boolean;
            items: {
                answer: number[];
                /** @description 法律依据 */
                basis: string;
                chosen: number[];
                correct: boolean;
                explanation: string;
                no: number;
            }[];
            /** @enum {string} */
            notCountedReason?: "too-fast" | "unfinished";
        };
        ClassAnswersIn: {
            /** @description chosen：选项的序号，从0起，按题目给出的顺序 */
            answers: {
                chosen: number[];
                no: number;
            }[];
            token: string;
        };
        ClassBoard: {
            /** @description 交了几份，没答完、答得太快的也算在内 */
            answered: number;
            /** @description 知晓几份；不足5份、课还没结束时不给 */
            aware: number | null;
            className: string;
            /** @description 课堂码，6位数字；课结束了就没有 */
            code: string | null;
            /** Format: date-time */
            codeUntil: string;
            /** Format: date-time */
            endedAt: string | null;
            id: string;
            lessonMinutes: number;
            pupils: number;
            /** @description 每道题答对几份，知道的人少的在前；满5份才有 */
            questions: {
                asked: number;
                correct: number;
                stem: string;
            }[];
            /** @description 已记入学校的台账 */
            recorded: boolean;
            /** Format: date-time */
            startedAt: string;
            topic: string;
            /** @description 有效几份；不足5份、课还没结束时不给 */
            valid: number | null;
        };
        ClassIn: {
            /**
             * @description 年级、班级
             * @example 五年级2班
             */
            className: string;
            /** @description 课时，分钟 */
            lessonMinutes: number;
            /** @description 到课人数 */
            pupils: number;
            /**
             * @description 课程内容
             * @example 认识毒品的危害
             */
            topic: string;
        };
        ClassJoin: {
            /** @description 课堂码，6位数字 */
            code: string;
        };
        ClassPage: {
            items: {
                /** @description 交了几份，没答完、答得太快的也算在内 */
                answered: number;
                /** @description 知晓几份；不足5份、课还没结束时不给 */
                aware: number | null;
                className: string;
                /** Format: date-time */
                endedAt: string | null;
                id: string;
                lessonMinutes: number;
                pupils: number;
                /** Format: date-time */
                startedAt: string;
                topic: string;
                /** @description 有效几份；不足5份、课还没结束时不给 */
                valid: number | null;
            }[];
            nextCursor: string | null;
            school: string;
        };
        /** @description 课堂上的一份题，不含答案，不留名 */
        ClassPaper: {
            className: string;
            items: {
                no: number;
                options: string[];
                stem: string;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
            }[];
            /** Format: uuid */
            paperId: string;
            /** @description 交卷时原样带回 */
            token: string;
            topic: string;
        };
        ClassPaperParams: {
            /** Format: uuid */
            id: string;
        };
        ClassParams: {
            /** Format: uuid */
            id: string;
        };
        ClassQuery: {
            /** Format: uuid */
            cursor?: string;
        };
        /** @description 文件条文，原话 */
        Clause: {
            quote: string;
            ref: string;
        };
        Colleague: {
            accountId: string;
            name: string;
            /** @enum {string} */
            role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
        };
        ColleagueList: {
            items: components["schemas"]["Colleague"][];
        };
        ColleagueQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
        };
        DemoAccountList: {
            items: {
                accountId: string;
                areaName: string;
                name: string;
                role: string;
                roleLabel: string;
                story: string;
            }[];
        };
        DemoSignIn: {
            /** Format: uuid */
            accountId: string;
        };
        Dictionaries: {
            items: components["schemas"]["Dictionary"][];
        };
        Dictionary: {
            about: string;
            clause: string;
            confirmations: {
                at: string;
                by: string;
                document: string;
                ofTheseWords: boolean;
            }[];
            /** @description 现在的词条核定过；没有就标“待核定” */
            confirmed: boolean;
            entries: string[];
            /** @enum {string} */
            id: "key-person-categories" | "bottom-lines" | "venue-types";
            title: string;
            /** @description 词条的指纹 */
            words: string;
        };
        DictionaryConfirmationIn: {
            /** @description 依据的文件 */
            document: string;
            /** @description 看过的词条的指纹 */
            words: string;
        };
        Duty: {
            areaCode: string;
            /** @description 交给谁办 */
            assignee: {
                accountId: string;
                isMe: boolean;
                name: string;
            } | null;
            dueOn: string;
            /** @description 说明的原因；评分不变 */
            explanation: {
                reason: string;
                text: string;
                untilOn: string;
            } | null;
            id: string;
            kind: string;
            mendableAfterDue: boolean;
            opensOn: string;
            /** @enum {string} */
            owedBy: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            params: {
                [key: string]: string | number | string[];
            };
            part: string | null;
            period: string;
            settledBy: string | null;
            /** @description 人员编号，或村的区划代码 */
            subjectId: string;
        };
        DutyArrangement: {
            areaCode: string;
            assigneeId: string | null;
            /** @description 说明的原因；在这天以前村里不再收到提醒。评分不变 */
            explanation: {
                reason: string;
                text: string;
                untilOn: string;
            } | null;
            id: string;
        };
        DutyAssignmentIn: {
            /**
             * Format: uuid
             * @description 交给谁；空：收回，仍由原来的岗位办
             */
            accountId: string | null;
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description 要办的事的编号
             * @example publicity:441581990201:2026-11
             */
            id: string;
        };
        DutyCount: {
            kind: string;
            open: number;
            overdue: number;
            owedBy: string;
        };
        DutyCounts: {
            asOf: string;
            items: components["schemas"]["DutyCount"][];
        };
        DutyCountsQuery: {
            /**
             * @description 到期日从哪天起，含这天
             * @example 2026-11-23
             */
            dueFrom?: string;
            /**
             * @description 到期日到哪天止，含这天
             * @example 2026-11-23
             */
            dueTo?: string;
            /** @description 只看这一种，如 publicity */
            kind?: string;
            /**
             * @description own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的
             * @default own
             * @enum {string}
             */
            of: "own" | "area";
            /**
             * @description 只看这个岗位要办的
             * @enum {string}
             */
            owedBy?: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            /**
             * @description 只看这个村或镇
             * @example 441581105201
             */
            under?: string;
        };
        DutyExplanationIn: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description 要办的事的编号
             * @example publicity:441581990201:2026-11
             */
            id: string;
            /**
             * @description 原因；空：收回，事情照常提醒
             * @enum {string|null}
             */
            reason: "unreachable" | "in-hospital" | "nothing-to-do" | "closed" | "weather" | "awaits-others" | null;
        };
        DutyList: {
            asOf: string;
            items: components["schemas"]["Duty"][];
            nextCursor: string | null;
        };
        DutyQuery: {
            cursor?: string;
            /**
             * @description 到期日从哪天起，含这天
             * @example 2026-11-23
             */
            dueFrom?: string;
            /**
             * @description 到期日到哪天止，含这天
             * @example 2026-11-23
             */
            dueTo?: string;
            /** @description 只看这一种，如 publicity */
            kind?: string;
            /** @default 100 */
            limit: number;
            /**
             * @description own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的
             * @default own
             * @enum {string}
             */
            of: "own" | "area";
            /**
             * @description 只看这个岗位要办的
             * @enum {string}
             */
            owedBy?: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            /**
             * @description 只看这个村或镇
             * @example 441581105201
             */
            under?: string;
        };
        /** @description 经验材料，新的在前 */
        ExperienceList: {
            items: {
                areaCode: string;
                areaName: string;
                id: string;
                /** @enum {string} */
                reach: "none" | "town" | "county" | "wider";
                reportedOn: string;
                summary: string;
                title: string;
            }[];
            year: number;
        };
        ExportFormList: {
            items: {
                about: string;
                /** @description 现在的身份可以带姓名导出 */
                canName: boolean;
                formats: ("xlsx" | "docx" | "pdf" | "zip")[];
                /** @enum {string} */
                group: "person" | "work" | "document" | "archive" | "record";
                id: string;
                title: string;
            }[];
        };
        ExportIn: {
            /**
             * @description 一个村，或整个镇
             * @example 441581105201
             */
            areaCode: string;
            /** @description 表的编号，见 exports_forms */
            form: string;
            /** @enum {string} */
            format: "xlsx" | "docx" | "pdf" | "zip";
            /** Format: date */
            from: string;
            /**
             * @description 带姓名和加密的文字；要有权限，要写目的，会留痕
             * @default false
             */
            names: boolean;
            note?: string;
            /** @enum {string} */
            purpose?: "visit" | "call" | "verify" | "procedure" | "other";
            /**
             * Format: date
             * @description 晚于今天的按今天算
             */
            to: string;
        };
        ExportList: {
            items: components["schemas"]["ExportOut"][];
        };
        ExportOut: {
            areaCode: string;
            areaName: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description 过了这时就删除
             */
            expiresAt: string;
            fileName: string;
            form: string;
            /** @enum {string} */
            format: "xlsx" | "docx" | "pdf" | "zip";
            /** Format: date */
            from: string;
            id: string;
            names: boolean;
            rowsDone: number;
            rowsTotal: number;
            /**
             * @description instant、done 可以下载
             * @enum {string}
             */
            state: "instant" | "waiting" | "running" | "done" | "failed" | "gone";
            title: string;
            /** Format: date */
            to: string;
        };
        FeedbackAnswerIn: {
            text: string;
        };
        FeedbackIn: {
            /** @description 写给谁：镇禁毒办或市禁毒办的区划代码 */
            areaCode: string;
            /** @enum {string} */
            kind: "suggestion" | "complaint" | "correction" | "question";
            text: string;
        };
        FeedbackItem: {
            answer: string | null;
            answeredAt: string | null;
            areaCode: string;
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "suggestion" | "complaint" | "correction" | "question";
            office: string;
            /** @enum {string} */
            state: "open" | "answered";
            text: string;
        };
        FeedbackList: {
            items: components["schemas"]["FeedbackItem"][];
        };
        FeedbackPage: {
            items: components["schemas"]["FeedbackItem"][];
            nextCursor: string | null;
        };
        FeedbackQuery: {
            /** Format: uuid */
            cursor?: string;
            /**
             * @default open
             * @enum {string}
             */
            state: "open" | "answered";
        };
        HandIn: {
            /**
             * Format: date-time
             * @description 手机上存成文件的时间，手机的钟可能不准
             */
            madeAt: string;
            /** @description 收下的照片，和没有收的（手机联网后会再传） */
            photos: {
                left: number;
                stored: number;
            };
            records: {
                areaCode: string;
                id: string;
                kind: string;
                occurredOn: string;
                /**
                 * @description 收下了、早就有了、没有收、系统忙要再传一次
                 * @enum {string}
                 */
                outcome: "received" | "known" | "refused" | "later";
                /** @description 没有收的原因 */
                reason?: string;
                receiptNo?: string;
                /** @description 要由第二个人审核后才算数 */
                waits?: boolean;
            }[];
            /** @description 写这些记录的人 */
            writer: {
                areaCode: string;
                name: string;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            };
        };
        /** @description 没有网络时，把记录存成只有服务器能打开的文件要用的 */
        HandInGrant: {
            keyId: number;
            /** @description X25519公钥，base64 */
            publicKey: string;
            sessionId: string;
            /** @description 这次登录的凭据，base64；文件用它证明是谁写的 */
            ticket: string;
        };
        Handover: {
            /** @description 还没办的事，全村按岗位算 */
            open: number;
            /** @description 其中已过期的 */
            overdue: number;
            /** @description 等别人审核的记录 */
            pending: number;
            /** @description 被退回、还没改好的记录 */
            returned: number;
        };
        HandoverDone: {
            successor: components["schemas"]["AppointmentItem"];
            work: components["schemas"]["Handover"];
        };
        HandoverIn: {
            name: string;
            /** @description 本人微信绑定的手机号；没有就用绑定码 */
            phone?: string;
        };
        HeldAppointment: {
            areaCode: string;
            areaName: string;
            from: string;
            id: string;
            /** @enum {string} */
            role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            roleLabel: string;
            /** @description 只管的那一家场所、那一所学校；其他身份没有 */
            subjectId: string | null;
            subjectName: string | null;
            to: string | null;
        };
        HouseholdCopyIn: {
            /** @description 签名条上的12位数字 */
            code: string;
            /**
             * Format: uuid
             * @description 签名时手机上生成的，只有签的那部手机有
             */
            signatureId: string;
        };
        HouseholdDoorSignatureIn: {
            areaCode: string;
            /** @description 户主姓名，签的人自己写 */
            name: string;
            /** @description 户号：本村自己名单上的编号 */
            number: number;
            signature: components["schemas"]["PledgeSignatureBody"];
        };
        HouseholdDoorTextIn: {
            areaCode: string;
            /** @description 户主姓名，签的人自己写 */
            name: string;
            /** @description 户号：本村自己名单上的编号 */
            number: number;
        };
        HouseholdNumberIn: {
            areaCode: string;
            /** @description 户号：本村自己名单上的编号 */
            number: number;
        };
        HouseholdPaperRemovalIn: {
            areaCode: string;
            /** @description 户号：本村自己名单上的编号 */
            number: number;
            reason: string;
            /** @description 不给就是今年 */
            year?: number;
        };
        HouseholdPapersIn: {
            areaCode: string;
            numbers: number[];
            /** @description 纸质件放在哪里 */
            paper: string;
            /**
             * Format: date
             * @description 在这一年里，或上一年12月里
             */
            signedOn: string;
            /** @description 哪一年的承诺书：今年或去年，不给就是今年 */
            year?: number;
        };
        /** @description 各户签了没有，只有户号，没有姓名 */
        Households: {
            areaCode: string;
            /** @description 各网格登记的户数加起来，达标按这个数算；和一共几户一样时不给 */
            inGrids?: number;
            numbers: {
                number: number;
                /** @description 纸质的签订日期 */
                paperOn?: string;
                /**
                 * Format: uuid
                 * @description 只给能看原件的人：村书记和镇禁毒办
                 */
                pledgeId?: string;
                /**
                 * @description open 还没签，sealing 已收到签名、正在封存，signed 手机上签好了，paper 签的是纸质的，revoked 签过又撤回了，要重新发签名条
                 * @enum {string}
                 */
                state: "open" | "sealing" | "signed" | "paper" | "revoked";
            }[];
            /** @description 签了几户，手机上签好的和纸上签的一起算 */
            signed: number;
            /** @description 一共几户；0：还没开始 */
            size: number;
            year: number;
        };
        HouseholdsIn: {
            areaCode: string;
            size: number;
        };
        /** @description 还没签的户各一条 */
        HouseholdSlips: {
            areaCode: string;
            slips: {
                code: string;
                number: number;
            }[];
            year: number;
        };
        HouseholdSlipSignatureIn: {
            /** @description 签名条上的12位数字 */
            code: string;
            /** @description 户主姓名，签的人自己写 */
            name: string;
            signature: components["schemas"]["PledgeSignatureBody"];
        };
        HouseholdSlipTextIn: {
            /** @description 签名条上的12位数字 */
            code: string;
            /** @description 户主姓名，签的人自己写 */
            name: string;
        };
        HouseholdsQuery: {
            areaCode: string;
            year?: number;
        };
        /** @description 一户的承诺书，写上了户主姓名。没签以前系统不保存 */
        HouseholdText: {
            areaName: string;
            name: string;
            number: number;
            /** @description 打印字库里没有的字，PDF上印成的编号，比如〔U+30000〕；没有这样的字时不给 */
            printedAsNumbers?: string[];
            /** @description 全文，签的就是这个文本 */
            text: string;
            textHash: string;
            title: string;
            version: number;
            year: number;
        };
        /** @description 身份信息，和记录分开加密保存 */
        IdentityIn: {
            address?: string;
            idNumber?: string;
            name: string;
            phone?: string;
        };
        ImportOut: {
            areaCode: string;
            counts: {
                /** @description 改正以前记的 */
                changed: number;
                /** @description 新记的 */
                new: number;
                /** @description 新登记的人、场所等 */
                registered: number;
                /** @description 填了几行 */
                rows: number;
                /** @description 早已记过、一样的 */
                same: number;
                /** @description 有人作废过的，不再记 */
                voided: number;
                /** @description 要等另一个人审核的 */
                waiting: number;
            };
            /**
             * Format: date-time
             * @description 到这时没有确认就删除
             */
            expiresAt: string;
            id: string;
            issueCount: number;
            /** @description 要改的地方，最多100条；全部在可下载的表里 */
            issues: {
                heading: string | null;
                row: number;
                text: string;
            }[];
            /** @description 前几行，姓名等不显示全 */
            preview: {
                /** @enum {string} */
                action: "new" | "changed" | "same" | "voided" | "repeated";
                cells: {
                    heading: string;
                    text: string;
                }[];
                row: number;
            }[];
            /** @enum {string} */
            sheet: "persons" | "support-groups" | "key-persons" | "abstinence-starts" | "talks" | "tests" | "activities" | "past-evidence" | "venues" | "grids" | "sites" | "schools";
            /** @enum {string} */
            state: "ready" | "faulty" | "done";
            title: string;
            /** @description 表里多出来、没有读的列 */
            unread: string[];
        };
        ImportReviewOut: {
            /** @description 没有动的：别人审过了，或您不能审 */
            left: number;
            settled: number;
        };
        ImportSheetList: {
            items: {
                /** @enum {string} */
                id: "persons" | "support-groups" | "key-persons" | "abstinence-starts" | "talks" | "tests" | "activities" | "past-evidence" | "venues" | "grids" | "sites" | "schools";
                title: string;
            }[];
            maxRows: number;
        };
        Inbox: {
            items: components["schemas"]["InboxItem"][];
            nextCursor: string | null;
            unread: number;
        };
        InboxItem: {
            /** @description 哪个村的；就是本人岗位所在的地方时不说 */
            areaName: string | null;
            createdAt: string;
            id: string;
            readAt: string | null;
            /** @description 点开后去哪里：work 待办，duties 要办的事，overview 各村情况，record/<id> 记录，person/<id> 档案，pledge/<id> 承诺书，plaque/<区划代码> 牌匾，order/<id> 督办，bank 题库，years 各村年度考核，year/<区划代码>/<年> 一个村的年度考核 */
            target: string | null;
            text: string;
        };
        InboxQuery: {
            /** Format: uuid */
            cursor?: string;
        };
        InvitedJoin: {
            /** @description 答题条上的12位数字 */
            code: string;
        };
        LedgerDelta: {
            /** @description 今年的答卷，按对象和来源的总数，没有任何人 */
            answers: {
                migrant: {
                    tallies: {
                        aware: number;
                        /** @enum {string} */
                        channel: "self" | "invited" | "household" | "third-party";
                        valid: number;
                    }[];
                };
                resident: {
                    tallies: {
                        aware: number;
                        /** @enum {string} */
                        channel: "self" | "invited" | "household" | "third-party";
                        valid: number;
                    }[];
                };
                venue: {
                    tallies: {
                        aware: number;
                        /** @enum {string} */
                        channel: "self" | "invited" | "household" | "third-party";
                        valid: number;
                    }[];
                };
            };
            areaCode: string;
            /** @description 先从手机里删去这些人员、场所等和它们的记录，再写入 subjects、places 和 records */
            dropped: string[];
            /** @description 是全部：先清空手机里这个村的台账 */
            full: boolean;
            /** @description 下次从这个版本要起 */
            ledgerVersion: number;
            /** @description 有变动的场所、网格、教育阵地、学校 */
            places: components["schemas"]["PlaceHead"][];
            /** @description 按哪一版规则算 */
            policy: {
                /** @description 县里自己定的，按规则里的名称；其余按手机上的规则 */
                own: {
                    [key: string]: {
                        from: string;
                        until?: string;
                        value: unknown;
                    }[];
                };
                version: string;
            };
            /** @description 有变动的记录；收到某个编号的行，就用它们替换手机里同编号的所有行 */
            records: components["schemas"]["LedgerRecord"][];
            /** Format: date */
            startOn: string;
            /** @description 有变动的、看得到的人员 */
            subjects: components["schemas"]["PersonHead"][];
        };
        LedgerQuery: {
            /** @description 手机上已有的台账版本；不填给全部 */
            since?: number;
        };
        LedgerRecord: {
            areaCode: string;
            id: string;
            kind: string;
            /** Format: date */
            occurredOn: string;
            payload: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            receivedAt: string | null;
            /** Format: date-time */
            reviewedAt?: string | null;
            /** @enum {string} */
            reviewState: "accepted" | "pending" | "returned" | "voided";
            revision: number;
            schemaVersion: number;
            subjectId: string;
        };
        LookupIn: {
            name: string;
            note?: string;
            /** @enum {string} */
            purpose: "visit" | "call" | "verify" | "procedure" | "other";
        };
        LookupOut: {
            items: {
                areaCode: string;
                code: string;
                id: string;
            }[];
        };
        MissedWindow: {
            closedOn: string;
            id: string;
            kind: string;
            part: string;
            period: string;
            subjectId: string;
        };
        MyData: {
            account: {
                hasWechat: boolean;
                name: string;
                /** @description 只留头尾 */
                phone: string | null;
                since: string;
            };
            appointments: components["schemas"]["HeldAppointment"][];
            /** @description 写过几封意见 */
            letters: number;
            pledges: {
                sealedAt: string | null;
                title: string;
                village: string;
                year: number;
            }[];
            quizzes: {
                at: string;
                audience: string;
                counted: boolean;
                score: number | null;
                village: string;
            }[];
        };
        NameIn: {
            name: string;
        };
        NotificationId: {
            /** Format: uuid */
            id: string;
        };
        Obligation: {
            clause: components["schemas"]["Clause"];
            dueOn: string;
            id: string;
            kind: string;
            mendableAfterDue: boolean;
            opensOn: string;
            /** @enum {string} */
            owedBy: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            params?: {
                [key: string]: string | number | string[];
            };
            part: string | null;
            period: string;
            settledBy: string | null;
            /** @description 人员编号，或村的区划代码 */
            subjectId: string;
        };
        OnboardingOut: {
            areaCode: string;
            /** Format: date */
            asOf: string;
            /** @description 现在能不能定或改开始日期 */
            canSetStart: boolean;
            done: number;
            name: string;
            /**
             * Format: date
             * @description 开始用系统的日期，还没定为空
             */
            startOn: string | null;
            steps: {
                have: number;
                /** @example pastTalks */
                id: string;
                missing: {
                    code: string;
                    params?: {
                        [key: string]: unknown;
                    };
                    period?: string;
                    subjectId?: string;
                }[];
                need: number;
                owedBy: string;
                settledBy: string | null;
                /**
                 * @description 齐了、等审核、还缺
                 * @enum {string}
                 */
                state: "done" | "waiting" | "open";
                waiting: number;
            }[];
        };
        /** @description 一件督办和它的经过 */
        Order: {
            about: components["schemas"]["OrderAbout"];
            areaCode: string;
            areaName: string;
            asOf: string;
            dueOn: string;
            /**
             * @description 督办的事现在：没办、办了、错过了；督办的是一项标准时为空
             * @enum {string|null}
             */
            dutyState: "open" | "settled" | "lapsed" | null;
            id: string;
            isLate: boolean;
            issuedAt: string;
            mayAnswer: boolean;
            mayDecide: boolean;
            /** @description 哪个办下的 */
            office: string;
            /** @description 哪一项；督办的事不影响哪一项时为空 */
            part: string | null;
            /**
             * @description 等村里答复、等本办核、已办结、已撤回
             * @enum {string}
             */
            state: "open" | "answered" | "closed" | "withdrawn";
            steps: {
                at: string;
                dueOn: string | null;
                id: string;
                /** @enum {string} */
                kind: "issued" | "answered" | "returned" | "closed" | "withdrawn";
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                text: string;
            }[];
            subjectId: string | null;
            title: string;
        };
        OrderAbout: {
            id: string;
            /**
             * @description 一件要办的事，或一条标准、措施的一项
             * @enum {string}
             */
            kind: "duty" | "part";
        };
        OrderAnswerIn: {
            text: string;
        };
        OrderDecisionIn: {
            /**
             * @description 退回再办时：新的期限
             * @example 2026-12-04
             */
            dueOn?: string;
            /**
             * @description 退回再办、办结、撤回
             * @enum {string}
             */
            kind: "returned" | "closed" | "withdrawn";
            text: string;
        };
        OrderHead: {
            areaCode: string;
            areaName: string;
            dueOn: string;
            id: string;
            isLate: boolean;
            issuedAt: string;
            /** @description 哪个办下的 */
            office: string;
            /** @description 哪一项；督办的事不影响哪一项时为空 */
            part: string | null;
            /**
             * @description 等村里答复、等本办核、已办结、已撤回
             * @enum {string}
             */
            state: "open" | "answered" | "closed" | "withdrawn";
            title: string;
        };
        /** @description 向一个村下的督办：什么事、要怎么办、哪天前答复 */
        OrderIn: {
            about: components["schemas"]["OrderAbout"];
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description 中国日期
             * @example 2026-12-04
             */
            dueOn: string;
            text: string;
        };
        OrderList: {
            asOf: string;
            /** @description 等答复的、等核的、等答复里过期的 */
            counts: {
                answered: number;
                late: number;
                open: number;
            };
            items: components["schemas"]["OrderHead"][];
            nextCursor: string | null;
        };
        OrderQuery: {
            cursor?: string;
            /**
             * @default current
             * @enum {string}
             */
            state: "current" | "ended";
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            under?: string;
        };
        Oversight: {
            asOf: string;
            /** @description 各年年底有授牌的村（黄牌也算）；今年是到今天 */
            coverage: {
                held: number;
                villages: number;
                warned: number;
                year: number;
            }[];
            /** @description 上周和上上周末相比 */
            lastWeek: components["schemas"]["VillageChange"][];
            /** @description 和上周末相比 */
            thisWeek: components["schemas"]["VillageChange"][];
            /** @description 近13周，先早后晚 */
            weeks: {
                /** @description 有的村这一周是后来按当时收到的记录倒算的 */
                derived: boolean;
                /** @description 各村十条标准里达标的条数 */
                met: number;
                notMet: number;
                /** @description 周末逾期的事 */
                overdue: number;
                undetermined: number;
                villages: number;
                /** @description 这一周的星期一 */
                week: string;
            }[];
        };
        OversightQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            under?: string;
        };
        Overview: {
            asOf: string;
            items: components["schemas"]["VillageOverview"][];
            /** @description 还没开通的村有几个 */
            notStarted: number;
        };
        OverviewQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            under?: string;
        };
        OwnVenue: {
            areaCode: string;
            areaName: string;
            code: string;
            /** @description 台账上的从业人员数；还没报过为空 */
            headcount: number | null;
            id: string;
            /** @description 最近的检查，新的在前 */
            inspections: {
                /** @enum {string|null} */
                cameras: "yes" | "no" | "none" | null;
                findings: string;
                id: string;
                /** Format: date */
                on: string;
                /** @enum {string|null} */
                rooms: "yes" | "no" | "none" | null;
                /** @enum {string|null} */
                signs: "yes" | "no" | "none" | null;
                /** @enum {string|null} */
                staff: "yes" | "no" | "none" | null;
            }[];
            name: string;
            /**
             * Format: date
             * @description 今年和村里签责任状的日子；还没签为空
             */
            pledgedOn: string | null;
            /** @description 还没改好的问题，先到期的在前 */
            problems: {
                /** Format: date */
                fixBy: string;
                /** Format: date */
                foundOn: string;
                id: string;
                /**
                 * Format: date
                 * @description 已报整改、等人核对
                 */
                reportedOn: string | null;
                text: string;
            }[];
            staff: {
                /** @description 今年答过题；答得怎样不告诉负责人 */
                answered: boolean;
                id: string;
                /** @example 李* */
                maskedName: string;
                number: number;
                /** @description 本人答题用的8位数字 */
                quizCode: string;
                /** Format: date */
                since: string;
            }[];
            year: number;
        };
        /** @description 纸质材料：名称、文号、存放的地方、照片。不写姓名 */
        PaperEvidence: {
            keptAt: string;
            /**
             * @description 文号；没有就不填
             * @default
             */
            number: string;
            /**
             * @description 照片、扫描件的编号，选填；先写在这里再传
             * @default []
             */
            photos: string[];
            title: string;
        };
        PaperPledgeIn: {
            /** @description 哪个村 */
            areaCode: string;
            /**
             * Format: uuid
             * @description 手机上生成的 UUIDv7；重复提交不会多记
             */
            id: string;
            /**
             * @description 各户的纸质承诺书按户号登记，见 households_registerPapers
             * @enum {string}
             */
            level: "town-village" | "village-grid" | "village-venue";
            /** @description 纸质件放在哪里 */
            paper: string;
            /** @description 网格员的账号，或场所的编号 */
            party?: string;
            /** Format: date */
            signedOn: string;
            year: number;
        };
        PartOutcome: {
            clause: components["schemas"]["Clause"];
            /** @description 起作用的记录 */
            deciding: string[];
            denominator?: number;
            id: string;
            mendable: boolean;
            missing: {
                code: string;
                params?: {
                    [key: string]: string | number | string[];
                };
                period?: string;
                subjectId?: string;
            }[];
            next?: {
                code: string;
                params?: {
                    [key: string]: string | number | string[];
                };
            };
            notes: {
                code: string;
                params: {
                    [key: string]: string | number | string[];
                };
            }[];
            numerator?: number;
            path?: string;
            policy: {
                from: string;
                id: string;
                value: unknown;
            }[];
            reason?: string;
            standard: string;
            state: components["schemas"]["State"];
        };
        PeopleAwareness: {
            /** @description 同一个人又答的，留着，不计入 */
            again: number;
            /** @enum {string} */
            audience: "resident" | "migrant";
            aware: number;
            channels: {
                aware: number;
                /** @enum {string} */
                channel: "self" | "invited" | "household" | "third-party";
                rate: {
                    high: number;
                    low: number;
                    rate: number;
                } | null;
                valid: number;
            }[];
            countedOn: string | null;
            /**
             * @description sampled 按抽样、入户、第三方，self 按自己来答题的
             * @enum {string}
             */
            deciding: "sampled" | "self" | "none";
            /** @description 答对的人最少的题；不足5份的不列 */
            items: {
                asked: number;
                basis: string;
                correct: number;
                stem: string;
            }[];
            missing: {
                /** @enum {string} */
                code: "not-counted" | "no-answers" | "too-few" | "self-only" | "no-roster" | "untested" | "no-venue-survey" | "no-school-count" | "class-too-few" | "village-open";
                count?: number;
            }[];
            /** @description 还要多少人答题并知晓 */
            needed: number | null;
            /** @description 有多少人；没清点过为空 */
            population: number | null;
            /** @description 知晓率和95%区间；镇、市按各村人数加权，只算已能判定的村 */
            rate: {
                high: number;
                low: number;
                rate: number;
            } | null;
            /** @description 抽到的人答了没有；没有抽样为空 */
            response: {
                answered: number;
                drawn: number;
                ineligible: number;
                /** @description 假如没答的人都不知晓，知晓率是多少；没有抽样为空 */
                lowest: number | null;
                open: number;
                refused: number;
                unreachable: number;
            } | null;
            /** @description 一个村要多少份才能判定 */
            sampleNeeded: number | null;
            /** @description 同一部手机上第二份起的答卷，计入，单列 */
            shared: {
                aware: number;
                valid: number;
            };
            /**
             * @description 一个村的判定；镇、市没有
             * @enum {string|null}
             */
            state: "met" | "notMet" | "notApplicable" | "undetermined" | null;
            targetPercent: number;
            trend: {
                rate: {
                    high: number;
                    low: number;
                    rate: number;
                } | null;
                valid: number;
                year: number;
            }[];
            valid: number;
            /** @description 镇、市：各有几个村；村没有 */
            villages: {
                met: number;
                notApplicable: number;
                notMet: number;
                undetermined: number;
            } | null;
            /** @enum {string|null} */
            warning: "selfChosen" | "smallSample" | null;
        };
        PersonFile: {
            /** Format: date */
            abstinentSince: string | null;
            canReveal: boolean;
            /** @description 法定期限，按规则计算 */
            clock: {
                [key: string]: unknown;
            } | null;
            cycles: {
                /** Format: date */
                dueOn: string;
                /** Format: date */
                opensOn: string;
                period: string;
                /** @enum {string} */
                talk: "done" | "due" | "missed" | "notNeeded" | "unknown";
                /** @enum {string} */
                test: "done" | "due" | "missed" | "notNeeded" | "unknown";
            }[];
            /** @description 要办的事，同 Obligation */
            duties: {
                [key: string]: unknown;
            }[];
            group: {
                lacking: string[];
                members: string[];
                recordId: string;
            } | null;
            head: components["schemas"]["PersonHead"];
            isUnderSupport: boolean;
            /** @description 重点人员：类别、措施、最近一次核实 */
            key: {
                category: string;
                /** Format: date */
                listedOn: string;
                measure: string;
                recordId: string;
                /** Format: date */
                verifiedOn: string;
            } | null;
            nextCursor: string | null;
            /** Format: date */
            registeredOn: string;
            statuses: {
                /** Format: date */
                from: string;
                /** @enum {string} */
                presence?: "at-home" | "away";
                recordId: string;
                status: string;
                /** Format: date */
                to: string | null;
            }[];
            /** Format: date */
            threeYearsOn: string | null;
            /** @description 经过，新的在前；检测结果不在清单里 */
            timeline: {
                id: string;
                kind: string;
                /** @description 谈话：见到本人没有 */
                met?: boolean;
                /** Format: date */
                occurredOn: string;
                /** @enum {string} */
                reviewState: "accepted" | "pending" | "returned" | "voided";
                revision: number;
            }[];
        };
        PersonFileQuery: {
            cursor?: string;
        };
        PersonHead: {
            areaCode: string;
            birthYear?: number;
            /** @example 示范A-07 */
            code: string;
            gender?: string;
            id: string;
            /** @description 重点人员的类别 */
            keyCategory?: string;
            /** @example 李* */
            maskedName: string;
            presence?: string;
            /** @description 在哪些名册上：累计登记在册、现有、帮扶对象、重点人员 */
            registers: ("cumulative" | "existing" | "supported" | "key")[];
            /** @enum {string} */
            state: "active" | "sealed";
            status: string | null;
        };
        PersonList: {
            items: components["schemas"]["PersonHead"][];
            nextCursor: string | null;
        };
        PersonQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
            cursor?: string;
            /** @description 编号的一部分，不能按姓名找 */
            q?: string;
            /**
             * @description 哪一本名册：累计登记在册（不含已封存的）、现有、帮扶对象、重点人员；不填是全部
             * @enum {string}
             */
            register?: "cumulative" | "existing" | "supported" | "key";
        };
        PlaceFile: {
            /** @description 要办的事，同 Obligation */
            duties: {
                [key: string]: unknown;
            }[];
            head: components["schemas"]["PlaceHead"];
            nextCursor: string | null;
            /** @description 最新一次登记，改正它就改了台账 */
            recordId: string;
            /** @description 经过，新的在前 */
            timeline: {
                id: string;
                kind: string;
                /** @description 谈话：见到本人没有 */
                met?: boolean;
                /** Format: date */
                occurredOn: string;
                /** @enum {string} */
                reviewState: "accepted" | "pending" | "returned" | "voided";
                revision: number;
            }[];
        };
        PlaceFileQuery: {
            cursor?: string;
        };
        /** @description 场所、网格、教育阵地、学校 */
        PlaceHead: {
            areaCode: string;
            /** @example 示范A-场所-03 */
            code: string;
            /**
             * Format: date
             * @description 停业、撤销的日期
             */
            endedOn?: string;
            /** @description 最新一次登记的内容，按记录种类的字段，不含文字 */
            facts: {
                [key: string]: unknown;
            };
            id: string;
            name: string;
            /** Format: date */
            registeredOn: string;
            /** @enum {string} */
            state: "active" | "sealed";
            /** @enum {string} */
            type: "venue" | "grid" | "site" | "school";
        };
        PlaceList: {
            items: components["schemas"]["PlaceHead"][];
            nextCursor: string | null;
        };
        PlaceQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
            cursor?: string;
            /** @description 编号或名称的一部分 */
            q?: string;
            /** @enum {string} */
            type: "venue" | "grid" | "site" | "school";
        };
        /** @description 授牌的状态和来由；后录的在前 */
        Plaque: {
            areaCode: string;
            /** @description 奖励、追究 */
            consequences: string[];
            decisions: {
                /** @description 后来更正过 */
                corrected: boolean;
                corrects?: string;
                document: string;
                id: string;
                /**
                 * @description 考核通过、没通过、报市委市政府、授牌
                 * @enum {string}
                 */
                kind: "passed" | "failed" | "submitted" | "awarded";
                /** @description 这一条使授牌怎样变化 */
                line: string;
                on: string;
                year: number;
            }[];
            /** @description 只给能确认的人看；后录的在前 */
            drafts: components["schemas"]["PlaqueDraft"][];
            label: string;
            /** @description 现在怎样、接下来怎样 */
            sentences: string[];
            since: string | null;
            state: components["schemas"]["PlaqueState"];
            /** @description 有一条录入了，待第二人确认；授牌还没有变 */
            waiting: boolean;
        };
        PlaqueDecisionIn: {
            /**
             * Format: uuid
             * @description 更正的是哪一条
             */
            corrects?: string;
            /** @description 文号，会对外公示 */
            document: string;
            /**
             * @description 考核通过、没通过、报市委市政府、授牌
             * @enum {string}
             */
            kind: "passed" | "failed" | "submitted" | "awarded";
            /**
             * @description 文书的日期
             * @example 2026-06-01
             */
            on: string;
            /** @description 考核的是哪一年 */
            year: number;
        };
        /** @description 录入了还没生效的：待第二人确认，或已退回 */
        PlaqueDraft: {
            corrects?: string;
            document: string;
            enteredAt: string;
            enteredBy: string;
            id: string;
            /**
             * @description 考核通过、没通过、报市委市政府、授牌
             * @enum {string}
             */
            kind: "passed" | "failed" | "submitted" | "awarded";
            /** @description 您能做的 */
            may: ("confirm" | "return" | "withdraw")[];
            on: string;
            /** @description 为什么退回 */
            reason: string | null;
            /** @description 除录入人以外，谁能确认；空的是没有人 */
            seconds: string[];
            /** @description 谁退回的 */
            settledBy: string | null;
            /** @enum {string} */
            state: "pending" | "returned";
            year: number;
        };
        PlaquePaperQuery: {
            /**
             * @description 公示栏张贴页、授牌证明
             * @enum {string}
             */
            kind: "board" | "certificate";
        };
        PlaqueReturnIn: {
            reason: string;
        };
        /**
         * @description 未授牌、已授牌、黄牌警告、已收回
         * @enum {string}
         */
        PlaqueState: "none" | "awarded" | "yellow-card" | "revoked";
        PlaqueValidity: {
            areaCode: string;
            areaName: string;
            /** @description 授牌现在有效 */
            held: boolean;
            /** @description 哪天授的牌；现在无效时为空 */
            since: string | null;
        };
        Pledge: {
            areaCode: string;
            areaName: string;
            /**
             * Format: date-time
             * @description 没有网络时签的：手机上的签名时间
             */
            deviceTime?: string;
            dueOn: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
            /** @description 封存编号 */
            number?: string;
            /** @description 打印字库里没有的字，PDF上印成的编号，比如〔U+30000〕；没有这样的字时不给 */
            printedAsNumbers?: string[];
            /** @description 不签的原因，或者撤回的原因 */
            reason?: string;
            /** Format: date-time */
            sealedAt?: string;
            /** Format: date-time */
            signedAt?: string;
            signer: {
                name: string;
                role: string;
                roleLabel: string;
            };
            /**
             * @description to-sign 待签，signed-pending-seal 已收到签名、正在封存，sealed 已封存，withdrawn 不用签了，superseded 已由新版代替，declined 已说明不签，revoked 封存后已撤回
             * @enum {string}
             */
            state: "to-sign" | "signed-pending-seal" | "sealed" | "withdrawn" | "superseded" | "declined" | "revoked";
            template: {
                id: string;
                version: number;
            };
            /** @description 全文，按行显示；签的就是这个文本 */
            text: string;
            /** @description 全文的SHA-256，签名时原样带回 */
            textHash: string;
            /**
             * @description absent 时间由本系统记录，没有第三方时间戳；pending 第三方时间戳待补；present 有第三方时间戳
             * @enum {string}
             */
            timestamp?: "absent" | "pending" | "present";
            title: string;
            /** @description 校验码，签名后才有 */
            verifyCode?: string;
            verifyUrl?: string;
            year: number;
        };
        /** @description 新发、原有、撤回（已不在任）的份数 */
        PledgeCampaign: {
            issued: number;
            unchanged: number;
            withdrawn: number;
        };
        PledgeCampaignIn: {
            areaCode: string;
            year: number;
        };
        /** @description 不显示签署人 */
        PledgeCheck: {
            number?: string;
            /** Format: date-time */
            sealedAt?: string;
            /**
             * Format: date-time
             * @description 第三方时间戳上的时间
             */
            stampedAt?: string;
            /** @description 签发时间戳的机构 */
            stampedBy?: string;
            /**
             * @description valid 有效，altered 内容对不上，superseded 已由新版代替，revoked 已撤回，sealing 正在封存，unknown 没有这份
             * @enum {string}
             */
            state: "valid" | "altered" | "superseded" | "revoked" | "sealing" | "unknown";
            /**
             * @description absent 时间由本系统记录，没有第三方时间戳；pending 第三方时间戳待补；present 有第三方时间戳
             * @enum {string}
             */
            timestamp?: "absent" | "pending" | "present";
            title?: string;
            valid: boolean;
            version?: number;
            year?: number;
        };
        PledgeCoverage: {
            villages: {
                areaCode: string;
                households: {
                    /** @description 各网格登记的户数加起来，达标按这个数算；和一共几户一样时不给 */
                    inGrids?: number;
                    /** @description 签了几户，手机上签的和纸上签的一起算 */
                    signed: number;
                    /** @description 一共几户；0：今年还没有按户号开始签 */
                    size: number;
                };
                levels: {
                    declined: number;
                    /** @enum {string} */
                    level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
                    overdue: number;
                    required: number;
                    /** @description 手机上签的和纸上签的一起算 */
                    signed: number;
                    /** @description 没有人任职，或者没有开通账号 */
                    vacant: number;
                }[];
                name: string;
            }[];
            year: number;
        };
        PledgeCoverageQuery: {
            areaCode?: string;
            year?: number;
        };
        /** @description 不签的原因，或者撤回的原因 */
        PledgeEndIn: {
            reason: string;
        };
        PledgeEvidence: {
            facts: {
                [key: string]: string | number | boolean | (null);
            };
            /** @enum {string} */
            format: "pledge-evidence@1";
            keys: {
                /** Format: base64 */
                print: string;
                /** Format: base64 */
                seal: string;
            };
            layout: number;
            number: string;
            /** Format: date-time */
            printedAt: string;
            seal: {
                content: string;
                linkHash: string;
                /** Format: base64 */
                signature: string;
            };
            /** Format: base64 */
            signature: string;
            signerName: string;
            /** @enum {string} */
            state: "sealed" | "superseded" | "revoked";
            stroke: {
                /** Format: base64 */
                key: string;
                /** Format: base64 */
                sealed: string;
            };
            text: string;
            /** Format: base64 */
            timestamp: string | null;
            title: string;
            verifyCode: string;
            verifyUrl: string;
        };
        PledgeHead: {
            areaName: string;
            dueOn: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
            /** Format: date-time */
            sealedAt?: string;
            /**
             * @description to-sign 待签，signed-pending-seal 已收到签名、正在封存，sealed 已封存，withdrawn 不用签了，superseded 已由新版代替，declined 已说明不签，revoked 封存后已撤回
             * @enum {string}
             */
            state: "to-sign" | "signed-pending-seal" | "sealed" | "withdrawn" | "superseded" | "declined" | "revoked";
            title: string;
            year: number;
        };
        PledgeList: {
            items: components["schemas"]["PledgeHead"][];
        };
        PledgeMissing: {
            items: {
                areaCode: string;
                dueOn?: string;
                isOverdue: boolean;
                /** @enum {string} */
                level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
                /** @description 只给村书记、网格员的姓名 */
                officialName?: string;
                /** @description 村、网格、场所或学校的名称 */
                place: string;
                /** Format: uuid */
                pledgeId?: string;
                /** @description 不签或撤回的原因 */
                reason?: string;
                roleLabel: string;
                /**
                 * @description to-sign 待签，not-issued 还没发，vacant 没有人任职或没有账号，sealing 正在封存，declined 已说明不签，revoked 已撤回
                 * @enum {string}
                 */
                state: "to-sign" | "not-issued" | "vacant" | "sealing" | "declined" | "revoked";
            }[];
            year: number;
        };
        PledgeParams: {
            /** Format: uuid */
            id: string;
        };
        PledgeReceipt: {
            number?: string;
            /** Format: date-time */
            sealedAt?: string;
            /**
             * @description sealing：已收到签名，正在封存
             * @enum {string}
             */
            state: "sealing" | "sealed";
            /**
             * @description absent 时间由本系统记录，没有第三方时间戳；pending 第三方时间戳待补；present 有第三方时间戳
             * @enum {string}
             */
            timestamp: "absent" | "pending" | "present";
            verifyCode: string;
            verifyUrl: string;
        };
        /** @description 新提醒了几人、今天已提醒过几人 */
        PledgeReminders: {
            already: number;
            told: number;
        };
        PledgeSignatureBody: {
            /**
             * Format: date-time
             * @description 手机上的时间，只作为手机的时间记下
             */
            deviceTime?: string;
            readSeconds?: number;
            /** @description 已读到最后 */
            readThrough: boolean;
            /** Format: uuid */
            signatureId: string;
            stroke: components["schemas"]["StrokeIn"];
            textHash: string;
        };
        PledgeSignatureIn: {
            /**
             * Format: date-time
             * @description 手机上的时间，只作为手机的时间记下
             */
            deviceTime?: string;
            readSeconds?: number;
            /** @description 已读到最后 */
            readThrough: boolean;
            /** Format: uuid */
            signatureId: string;
            /** @description 没有网络时签的，现在由本人确认；这时必须带上手机上的签名时间 */
            signedOffline?: boolean;
            stroke: components["schemas"]["StrokeIn"];
            textHash: string;
        };
        PledgeVerifyParams: {
            verifyCode: string;
        };
        PledgeWordingDraft: {
            body: string;
            /** @enum {string} */
            level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
            title: string;
        };
        PledgeWordingList: {
            items: {
                body: string;
                isInForce: boolean;
                /** @description 本镇自己的文本；false：系统自带的 */
                isOwn: boolean;
                /** @enum {string} */
                level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
                levelLabel: string;
                title: string;
                validFrom: string;
                version: number;
            }[];
        };
        PledgeWordingPreview: {
            faults: {
                code: string;
                text: string;
            }[];
            /** @description 代入今天的政策和示例姓名后的全文；代换项不对时为空 */
            text: string;
        };
        PledgeWordingRelease: {
            body: string;
            /** @enum {string} */
            level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
            title: string;
            /** Format: date */
            validFrom: string;
        };
        PledgeWordingReleased: {
            version: number;
        };
        PolicyBook: {
            areaCode: string;
            asOf: string;
            /** @description 草案和历次发布，后存的在前 */
            drafts: {
                /** @description 起草的人 */
                author: string;
                basis: string;
                changes: {
                    after: string;
                    before: string;
                    clause: string;
                    id: string;
                    meaning: string;
                    value: unknown;
                }[];
                effectiveOn: string;
                id: string;
                /** @description 看的人现在能做什么 */
                may: ("edit" | "release" | "withdraw")[];
                releasedAt: string | null;
                releasedBy: string | null;
                savedAt: string;
                /** @enum {string} */
                state: "draft" | "released" | "withdrawn";
                version: number;
                withdrawnAt: string | null;
                withdrawnBecause: string | null;
                withdrawnBy: string | null;
            }[];
            values: components["schemas"]["PolicyValue"][];
            version: string;
        };
        PolicyDraft: {
            /** @description 起草的人 */
            author: string;
            basis: string;
            changes: {
                after: string;
                before: string;
                clause: string;
                id: string;
                meaning: string;
                value: unknown;
            }[];
            effectiveOn: string;
            id: string;
            /** @description 看的人现在能做什么 */
            may: ("edit" | "release" | "withdraw")[];
            releasedAt: string | null;
            releasedBy: string | null;
            savedAt: string;
            /** @enum {string} */
            state: "draft" | "released" | "withdrawn";
            trial: components["schemas"]["PolicyTrial"] | null;
            version: number;
            withdrawnAt: string | null;
            withdrawnBecause: string | null;
            withdrawnBy: string | null;
        };
        PolicyDraftIn: {
            /** @description 依据的文件或理由 */
            basis: string;
            changes: {
                /** @enum {string} */
                id: "judgedParts" | "cycleMonths" | "cycleAnchor" | "minDutyDays" | "testSchedule" | "supportStatuses" | "acceptedMeasures" | "threeYearsMonths" | "threeYearsScope" | "longSentenceMonths" | "longMissingMonths" | "positiveDays" | "reportInDays" | "treatmentTermMonths" | "onboardingDays" | "graceDays" | "lateEntryDays" | "activitiesPerMonth" | "verifyWithinDays" | "keyPersonFreshDays" | "sweepWithinDays" | "householdPledgeShare" | "residentMonths" | "countSelfRegistered" | "siteFreshMonths" | "skillCheckMonths" | "patrolsPerMonth" | "cleanupDays" | "surveyWithinDays" | "venueInspectDays" | "rectifyDays" | "refusalsToReport" | "absencesToReport" | "absentDaysToReport" | "awarenessPercent" | "awarePassMark" | "minSample" | "quizMinSeconds" | "pointWeights" | "meetingsPerYear" | "classMinAnswers" | "classAwareShare" | "homeTestsPercent" | "overallTestsPercent" | "truthfulDays" | "pointBands" | "passLine" | "yellowClearsOnPass" | "repeatAward" | "awardYuan";
                value: unknown;
            }[];
            /**
             * @description 从哪天起执行
             * @example 2027-01-01
             */
            effectiveOn: string;
            /** @description 改的是哪一次保存的；新草案为0 */
            version: number;
        };
        /** @description 怎么填；scale 是屏幕上的一个单位等于存的多少 */
        PolicyForm: {
            least: number;
            most: number;
            scale: number;
            /** @enum {string} */
            type: "number";
            unit: string;
        } | {
            readonly options: {
                label: string;
                value: string | number | boolean;
            }[];
            /** @enum {string} */
            type: "choice";
        } | {
            readonly options: {
                label: string;
                value: string | number | boolean;
            }[];
            /** @enum {string} */
            type: "several";
        } | {
            least: number;
            most: number;
            readonly parts: {
                key: string;
                label: string;
            }[];
            scale: number;
            total?: number;
            /** @enum {string} */
            type: "numbers";
            unit: string;
        } | {
            readonly options: {
                label: string;
                value: string | number | boolean;
            }[];
            readonly parts: {
                key: string;
                label: string;
            }[];
            /** @enum {string} */
            type: "schedule";
        };
        PolicyReleaseIn: {
            /** @description 看过的是哪一次保存的 */
            version: number;
        };
        /** @description 假定今年1月1日起就这样定，用今天的台账算；没有任何人 */
        PolicyTrial: {
            asOf: string;
            changed: number;
            done: number;
            /** @enum {string} */
            state: "running" | "done";
            /** @description 每一条变好、变差几个村 */
            summary: string[];
            total: number;
            villages: {
                areaCode: string;
                lines: string[];
                name: string;
            }[];
        };
        PolicyValue: {
            clause: string;
            form: components["schemas"]["PolicyForm"];
            id: string;
            meaning: string;
            /** @description 已发布、还没到日子的 */
            next: {
                from: string;
                text: string;
            }[];
            /** @enum {string} */
            source: "law" | "notice" | "reading";
            sourceText: string;
            text: string;
            /** @description 今天执行的 */
            value: unknown;
        };
        PolicyWithdrawalIn: {
            reason: string;
            version: number;
        };
        Problem: {
            /** @enum {string} */
            code: "NOT_FOUND" | "INVALID" | "BODY_TOO_LARGE" | "BODY_NOT_JSON" | "BODY_TYPE_UNKNOWN" | "TOO_MANY_REQUESTS" | "INTERNAL" | "UNAVAILABLE" | "SIGN_IN_REQUIRED" | "RECHECK_REQUIRED" | "FORBIDDEN" | "APPOINTMENT_NOT_YOURS" | "SIGN_IN_TOO_OFTEN" | "PHONE_NOT_PREPARED" | "BINDING_CODE_WRONG" | "WECHAT_ALREADY_BOUND" | "SCAN_EXPIRED" | "SCAN_MISMATCH" | "PHONE_OTHER_NAME" | "ACCOUNT_OUT_OF_SCOPE" | "APPOINTMENT_ENDED" | "DEMO_READ_ONLY" | "RECORD_CONFLICT" | "RECORD_STALE" | "RECORD_VOIDED" | "OWN_RECORD" | "PLAQUE_DECISION_CONFLICT" | "PLAQUE_OWN" | "PLAQUE_SETTLED" | "PLAQUE_WAITING" | "ORDER_CONFLICT" | "ORDER_MOVED_ON" | "REMARK_CLOSED" | "REMARK_CONFLICT" | "REMARK_TOO_MANY" | "REVIEW_SETTLED" | "TRANSFER_AWAITS_REVIEW" | "TRANSFER_SETTLED" | "PERSON_ALREADY_REGISTERED" | "ATTACHMENT_CONFLICT" | "ATTACHMENT_CHUNK_WRONG" | "ATTACHMENT_INCOMPLETE" | "ATTACHMENT_DAMAGED" | "ATTACHMENT_TOO_MANY" | "ATTACHMENT_TYPE" | "ATTACHMENT_HEIC" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_BROKEN" | "ATTACHMENT_LOST" | "WORKBOOK_UNREADABLE" | "WORKBOOK_OLD_OR_LOCKED" | "WORKBOOK_TOO_LARGE" | "IMPORT_NOT_TEMPLATE" | "IMPORT_OTHER_TABLE" | "IMPORT_OTHER_VILLAGE" | "IMPORT_OLD_TEMPLATE" | "IMPORT_COLUMNS_MISSING" | "IMPORT_EMPTY" | "IMPORT_TOO_MANY_ROWS" | "IMPORT_EXPIRED" | "IMPORT_FAULTY" | "IMPORT_CHANGED" | "IMPORT_ROW_REFUSED" | "HAND_IN_UNREADABLE" | "HAND_IN_OTHER_SERVER" | "HAND_IN_DAMAGED" | "HAND_IN_UNPROVEN" | "HAND_IN_OTHER_TOWN" | "START_FIXED" | "VILLAGE_NOT_STARTED" | "ASSESSMENT_NOT_OPEN" | "ASSESSMENT_AS_OF_FIXED" | "ASSESSMENT_CHANGED" | "ASSESSMENT_MOVED" | "ASSESSMENT_TOO_EARLY" | "ASSESSMENT_OWN" | "ASSESSMENT_NO_RESULT" | "ASSESSMENT_NOT_PUBLISHED" | "ASSESSMENT_IN_PUBLICITY" | "ASSESSMENT_APPEAL_OPEN" | "ASSESSMENT_APPEAL_CONFLICT" | "ASSESSMENT_APPEAL_DECIDED" | "QUIZ_BANK_EMPTY" | "QUIZ_PAPER_UNKNOWN" | "QUIZ_PAPER_EXPIRED" | "QUIZ_PAPER_USED" | "QUIZ_ITEM_EXISTS" | "POLICY_CHANGED" | "POLICY_SETTLED" | "POLICY_NOT_YOURS" | "POLICY_OWN" | "POLICY_UNTRIED" | "POLICY_IN_FORCE" | "DICTIONARY_CHANGED" | "DICTIONARY_CONFLICT" | "QUIZ_ITEM_CHANGED" | "QUIZ_ITEM_SAME" | "QUIZ_ITEM_OWN" | "QUIZ_ITEM_SETTLED" | "QUIZ_BANK_TOO_SMALL" | "CLASS_CODE_WRONG" | "CLASS_ENDED" | "CLASS_FULL" | "STAFF_CODE_WRONG" | "STAFF_NOT_PASSED" | "STAFF_CONFLICT" | "STAFF_FULL" | "SAMPLE_CODE_WRONG" | "SAMPLE_ANSWERED" | "SAMPLE_CLOSED" | "SAMPLE_EXISTS" | "SAMPLE_HAS_ANSWERS" | "SAMPLE_LIST_USED_UP" | "SURVEY_KNOWN" | "QUIZ_ATTEMPT_CONFLICT" | "PLEDGE_YEAR_CLOSED" | "PLEDGE_NOT_OPEN" | "PLEDGE_ALREADY_SIGNED" | "PLEDGE_SIGNATURE_CONFLICT" | "PLEDGE_NOT_READ" | "PLEDGE_TEXT_CHANGED" | "PLEDGE_UNREADABLE" | "PLEDGE_NOT_SEALED" | "PLEDGE_WORDING_FAULTY" | "PLEDGE_WORDING_TOO_EARLY" | "PLEDGE_WORDING_CONFLICT" | "PLEDGE_PARTY_UNKNOWN" | "HOUSEHOLD_CODE_WRONG" | "HOUSEHOLD_SIGNED" | "HOUSEHOLD_ON_PAPER" | "HOUSEHOLD_YEAR_OVER" | "HOUSEHOLD_NUMBERS_USED" | "PLEDGE_YEAR_PAPERS" | "PLEDGE_DATE_OUTSIDE" | "PLEDGE_DATE_AHEAD" | "STROKE_BLANK" | "STROKE_TOO_SHORT" | "STROKE_FILLED" | "FEEDBACK_TOO_MANY" | "FEEDBACK_ANSWERED" | "ACCOUNT_IN_OFFICE" | "ACCOUNT_NAME_BY_OFFICE" | "EXPORT_NAMES_NOT_YOURS" | "EXPORT_NAMES_ONE_VILLAGE" | "EXPORT_NAMES_TOO_OFTEN" | "EXPORT_RECHECK_REQUIRED" | "EXPORT_TOO_LONG" | "EXPORT_TOO_MANY" | "EXPORT_NOT_READY" | "EXPORT_FAILED" | "EXPORT_GONE" | "WECHAT_CODE_INVALID" | "WECHAT_BLOCKED" | "WECHAT_UNAVAILABLE" | "WECHAT_PUSH_REFUSED";
            errors?: {
                code: string;
                path: string;
                text: string;
            }[];
            /** @description 请求编号，报修时念给热线 */
            instance: string;
            params?: {
                [key: string]: string | number;
            };
            status: number;
            /** @description 给用户看的一句话：怎么办 */
            title: string;
            type: string;
        };
        /** @description 一个村对外公示的：授牌、今年的宣传活动、办公电话；没有任何人的信息，只有文号是人填的 */
        PublicPage: {
            activities: {
                months: {
                    kinds: {
                        count: number;
                        label: string;
                    }[];
                    month: string;
                }[];
                total: number;
            };
            areaCode: string;
            areaName: string;
            contacts: {
                label: string;
                phone: string;
            }[];
            plaque: {
                held: boolean;
                sentence: string;
                since: string | null;
            };
            /** @description 正式结果，后来的在前；没有授过牌的村为空 */
            results: {
                /** @description 文号，考核的人填的，填时写明会对外公示 */
                document: string;
                text: string;
                year: number;
            }[];
            townName: string;
            year: number;
        };
        QuizAttempt: {
            correct: number | null;
            /** @description 是否计入知晓率 */
            counted: boolean;
            /** Format: uuid */
            id: string;
            /** @description 达到合格线 */
            isAware: boolean | null;
            /** @description 每道题的讲解；没答完、答得太快的没有 */
            items: {
                answer: number[];
                /** @description 法律依据 */
                basis: string;
                chosen: number[];
                correct: boolean;
                explanation: string;
                no: number;
            }[];
            /** @enum {string} */
            notCountedReason?: "practice" | "already-counted" | "too-fast" | "unfinished";
            passMark: number;
            /** @description 0到100；没答完、答得太快的不给，要再答同样的题 */
            score: number | null;
            total: number;
            /** @description 没有作答的题号 */
            unanswered: number[];
        };
        QuizAttemptIn: {
            /** @description chosen：选项的序号，从0起，按题目给出的顺序 */
            answers: {
                chosen: number[];
                no: number;
            }[];
            /**
             * Format: uuid
             * @description 手机随机生成的编号，只用来看出几份答卷出自同一部手机
             */
            device?: string;
            /** Format: uuid */
            paperId: string;
            /** Format: date-time */
            startedAt: string;
            token: string;
        };
        QuizAttemptParams: {
            /** Format: uuid */
            id: string;
        };
        QuizBankFilter: {
            /** @enum {string} */
            audience?: "public" | "migrant" | "venue" | "student";
            /**
             * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
             * @enum {string}
             */
            state?: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
            /** @description 题干里的字，或题号 */
            text?: string;
            /** @enum {string} */
            topic?: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors";
        };
        QuizBankImport: {
            counts: {
                /** @description 改了的题 */
                changed: number;
                /** @description 新题 */
                new: number;
                /** @description 填了几行 */
                rows: number;
                /** @description 和题库里一样的 */
                same: number;
            };
            /**
             * Format: date-time
             * @description 到这时没有确认就作罢
             */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            issueCount: number;
            /** @description 要改的地方，最多100条；全部在可下载的表里 */
            issues: {
                heading: string | null;
                row: number;
                text: string;
            }[];
            preview: {
                /** @enum {string} */
                action: "new" | "changed" | "same";
                id: string;
                row: number;
                stem: string;
            }[];
            /** @enum {string} */
            state: "ready" | "faulty" | "done";
            /** @description 表里多出来、没有读的列 */
            unread: string[];
        };
        QuizBankItem: {
            drawnVersion: number | null;
            id: string;
            /** @description 等审核，而且不是自己写的 */
            mayReview: boolean;
            own: boolean;
            /**
             * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
             * @enum {string}
             */
            state: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
            /** @description 新的在前 */
            versions: {
                author: string | null;
                /** @description 系统自带的 */
                delivered: boolean;
                item: components["schemas"]["QuizItemWords"];
                retirement: {
                    /** Format: date-time */
                    at: string;
                    because: string;
                    by: string | null;
                } | null;
                review: {
                    /** Format: date-time */
                    at: string;
                    by: string | null;
                    returnedBecause: string | null;
                } | null;
                /**
                 * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
                 * @enum {string}
                 */
                state: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
                version: number;
                /** Format: date-time */
                writtenAt: string | null;
            }[];
        };
        QuizBankList: {
            items: {
                audience: ("public" | "migrant" | "venue" | "student")[];
                /** @description 现在答题用的是第几版；不用为空 */
                drawnVersion: number | null;
                id: string;
                /** @description 新版是自己写的，要由别人审核 */
                own: boolean;
                /**
                 * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
                 * @enum {string}
                 */
                state: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
                stem: string;
                /** @enum {string|null} */
                topic: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors" | null;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
                version: number;
            }[];
            page: number;
            pageSize: number;
            /** @description 按其他条件筛出的题，各种状态有几道 */
            states: {
                count: number;
                /**
                 * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
                 * @enum {string}
                 */
                state: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
            }[];
            total: number;
        };
        QuizBankQuery: {
            /** @enum {string} */
            audience?: "public" | "migrant" | "venue" | "student";
            /** @default 1 */
            page: number;
            /** @default 50 */
            pageSize: number;
            /**
             * @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用
             * @enum {string}
             */
            state?: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
            /** @description 题干里的字，或题号 */
            text?: string;
            /** @enum {string} */
            topic?: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors";
        };
        QuizImportParams: {
            /** Format: uuid */
            id: string;
        };
        QuizItemContent: {
            /** @description 对的选项的序号，从0起 */
            answer: number[];
            /** @description 给哪些人答 */
            audience: ("public" | "migrant" | "venue" | "student")[];
            /** @description 法律依据 */
            basis: string;
            /** @description 讲解：为什么 */
            explanation: string;
            options: string[];
            /** @description 题干 */
            stem: string;
            /** @enum {string} */
            topic: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors";
            /** @enum {string} */
            type: "single" | "multiple" | "judge";
        };
        QuizItemParams: {
            id: string;
        };
        QuizItemRetirement: {
            reason: string;
            version: number;
        };
        QuizItemReview: {
            /** @enum {string} */
            decision: "accept" | "return";
            reason?: string;
            version: number;
        };
        QuizItemWords: components["schemas"]["QuizItemContent"];
        QuizNewItem: {
            item: components["schemas"]["QuizItemContent"];
        };
        QuizNewVersion: {
            /** @description 改的是第几版 */
            basedOn: number;
            item: components["schemas"]["QuizItemContent"];
        };
        /** @description 一份题，不含答案 */
        QuizPaper: {
            /**
             * @description awaiting-town-review：这份题里有还没审核的题
             * @enum {string}
             */
            bankState: "awaiting-town-review" | "reviewed";
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            issuedAt: string;
            items: {
                no: number;
                options: string[];
                stem: string;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
            }[];
            /** Format: uuid */
            paperId: string;
            /** @enum {string} */
            purpose: "assessment" | "practice";
            /** @description 交卷时原样带回 */
            token: string;
        };
        QuizPaperIn: {
            /**
             * @description 村（社区）代码，12位
             * @example 441581990201
             */
            areaCode: string;
            /**
             * @description resident 本村群众，migrant 外来务工人员
             * @enum {string}
             */
            audience: "resident" | "migrant";
            /**
             * @description assessment 计入知晓率（要登录），practice 练习
             * @enum {string}
             */
            purpose: "assessment" | "practice";
        };
        ReadingList: {
            items: {
                /** Format: date-time */
                at: string;
                id: string;
                /** @description 谁看的（工作人员） */
                name: string;
                purpose: string | null;
                role: string;
                /** @enum {string} */
                what: "reveal" | "sealed" | "export";
            }[];
            nextCursor: string | null;
        };
        RecheckIn: {
            code?: string;
        } | null;
        RecheckOut: {
            authenticatedAt: string;
        };
        /** @description 每项是 RecordIn 加 id，最多 50 条 */
        RecordBatchIn: {
            records: {
                [key: string]: unknown;
            }[];
        };
        RecordBatchOut: {
            results: {
                id: string;
                problem?: components["schemas"]["RecordProblem"];
                record?: components["schemas"]["RecordOut"];
                status: number;
            }[];
        };
        RecordFile: {
            areaCode: string;
            /** @description 各版写到的照片 */
            attachments: components["schemas"]["AttachmentOut"][];
            id: string;
            kind: string;
            ledgerVersion: number;
            /** Format: date */
            occurredOn: string;
            payload: {
                [key: string]: unknown;
            };
            /** @example 0190-7C3K */
            receiptNo: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description 审核中双方的留言，先说的在前 */
            remarks: components["schemas"]["RecordRemark"][];
            /** @enum {string} */
            reviewState: "accepted" | "pending" | "returned" | "voided";
            revision: number;
            revisions: components["schemas"]["RecordRevisionOut"][];
            schemaVersion: number;
            subjectId: string;
            submittedBy: {
                accountId: string;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            };
            /** @description 文字内容；只在打开单条记录时给出，并记入查阅记录 */
            text?: {
                [key: string]: string;
            };
        };
        RecordIn: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /** Format: date-time */
            deviceTime?: string;
            dutyId?: string;
            identity?: components["schemas"]["IdentityIn"];
            /** @description 记录种类，如 talk */
            kind: string;
            /** Format: date */
            occurredOn: string;
            /** @description 按记录种类的字段；作废时可以为空 */
            payload: {
                [key: string]: unknown;
            };
            /** @description 改的是第几版 */
            replaces?: number;
            /** @description 第几版，新记录是 1 */
            revision: number;
            schemaVersion: number;
            /** @description 合并时自己写过、没有选用的值；只留在历史里，不参加统计 */
            setAside?: {
                [key: string]: unknown[];
            };
            /** @description 人员编号（UUID），村级记录填村的区划代码 */
            subjectId: string;
            /** @description 作废这条记录；内容沿用上一版 */
            void?: {
                reason: string;
            };
        };
        RecordList: {
            items: components["schemas"]["RecordOut"][];
            nextCursor: string | null;
        };
        RecordOut: {
            areaCode: string;
            id: string;
            kind: string;
            ledgerVersion: number;
            /** Format: date */
            occurredOn: string;
            payload: {
                [key: string]: unknown;
            };
            /** @example 0190-7C3K */
            receiptNo: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            reviewState: "accepted" | "pending" | "returned" | "voided";
            revision: number;
            schemaVersion: number;
            subjectId: string;
            submittedBy: {
                accountId: string;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            };
            /** @description 文字内容；只在打开单条记录时给出，并记入查阅记录 */
            text?: {
                [key: string]: string;
            };
        };
        RecordProblem: {
            code: string;
            errors?: {
                code: string;
                path: string;
                text: string;
            }[];
            instance: string;
            params?: {
                [key: string]: string | number;
            };
            status: number;
            title: string;
            type: string;
        };
        RecordQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
            cursor?: string;
            /**
             * Format: date
             * @description 从哪天起发生的（含）
             */
            from?: string;
            kind?: string;
            subjectId?: string;
            /**
             * Format: date
             * @description 到哪天为止发生的（含）
             */
            to?: string;
        };
        RecordRemark: {
            /** Format: date-time */
            at: string;
            by: {
                accountId: string;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            };
            id: string;
            /** @description 留言时是第几版 */
            revision: number;
            /** @description 这个人的资料已经删除时没有 */
            text?: string;
        };
        RecordRevisionOut: {
            /** Format: date */
            occurredOn: string;
            payload: {
                [key: string]: unknown;
            };
            /** @description 退回或作废的原因 */
            reason?: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            reviewedAt?: string;
            /** @enum {string} */
            reviewState: "accepted" | "pending" | "returned" | "voided";
            revision: number;
            schemaVersion: number;
            /** @description 提交人合并时没有选用的自己的值 */
            setAside?: {
                [key: string]: unknown[];
            };
            submittedBy: {
                accountId: string;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
            };
            text?: {
                [key: string]: string;
            };
            /** @description 这一版要作废这条记录 */
            void?: boolean;
        };
        RefreshIn: {
            refreshToken?: string;
        } | null;
        RemarkIn: {
            text: string;
        };
        ReminderCreditsIn: {
            /**
             * Format: uuid
             * @description 手机生成；重发时用同一个，只算一次
             */
            id?: string;
            results: {
                result: string;
                templateId: string;
            }[];
        };
        ReminderDelivery: {
            day: string;
            state: string;
            text: string;
        };
        ReminderKind: {
            kind: string;
            label: string;
            mutable: boolean;
            /** @description 到这天为止不发微信，含这天 */
            mutedUntil: string | null;
            open: number;
        };
        ReminderMuteIn: {
            kind: string;
            /**
             * @description 静音到哪天，含这天；空：不再静音
             * @example 2026-12-31
             */
            until: string | null;
        };
        Reminders: {
            credits: {
                remaining: number;
                /** @enum {string} */
                templateKey: "work-reminder";
            }[];
            /** @description 最近几条微信提醒发出没有 */
            deliveries: components["schemas"]["ReminderDelivery"][];
            /** @description 到月底还要到期、没有静音的事有几件 */
            forecast: {
                dueThisMonth: number;
            };
            /** @description 自己要办的各种事，可以分别静音 */
            kinds: components["schemas"]["ReminderKind"][];
            sendingHours: {
                from: string;
                to: string;
            };
            templates: {
                /** @enum {string} */
                key: "work-reminder";
                /** @enum {string} */
                kind: "one-time" | "long-term";
                templateId: string;
                title: string;
            }[];
            /** @description 休息日也不发微信。来源为空：今年只知道周末 */
            workingDays: {
                source: string | null;
                year: string;
            };
        };
        RevealIn: {
            note?: string;
            /** @enum {string} */
            purpose: "visit" | "call" | "verify" | "procedure" | "other";
            /** @description 打开已封存档案的原因，只有镇禁毒办可以 */
            sealedReason?: string;
        };
        RevealList: {
            items: {
                areaCode: string;
                /** Format: date-time */
                at: string;
                /** @description 看了谁（编号）；按姓名查找时为空 */
                code: string | null;
                id: string;
                purpose: string;
                /** @enum {string} */
                what: "reveal" | "sealed" | "lookup" | "export";
            }[];
            nextCursor: string | null;
        };
        RevealOut: {
            address?: string;
            /**
             * Format: date-time
             * @description 到这时手机要自动隐藏
             */
            hideAt: string;
            name: string;
            phone?: string;
        };
        RevealQuery: {
            cursor?: string;
        };
        ReviewIn: {
            /** @enum {string} */
            decision: "accept" | "return";
            reason?: string;
        };
        ReviewList: {
            items: {
                areaCode: string;
                id: string;
                kind: string;
                ledgerVersion: number;
                /** Format: date */
                occurredOn: string;
                /** @description 自己写过其中一版，要由别人审核 */
                own: boolean;
                payload: {
                    [key: string]: unknown;
                };
                /** @example 0190-7C3K */
                receiptNo: string;
                /** Format: date-time */
                receivedAt: string;
                /** @description 有几条留言 */
                remarks: number;
                /** @enum {string} */
                reviewState: "accepted" | "pending" | "returned" | "voided";
                revision: number;
                schemaVersion: number;
                subjectCode: string | null;
                subjectId: string;
                submittedBy: {
                    accountId: string;
                    /** @enum {string} */
                    role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                };
                /** @description 文字内容；只在打开单条记录时给出，并记入查阅记录 */
                text?: {
                    [key: string]: string;
                };
                /** @description 等待审核的是作废 */
                void?: boolean;
            }[];
        };
        ReviewQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
        };
        /** @description 一次抽样 */
        Sample: {
            areaCode: string;
            /** @enum {string} */
            audience: "resident" | "migrant";
            /** Format: date-time */
            closedAt: string | null;
            /** @description 答了、还没答、不愿意答、找不到人、不该在名单上 */
            counts: {
                answered: number;
                ineligible: number;
                open: number;
                refused: number;
                unreachable: number;
            };
            drawn: number;
            /** Format: date-time */
            drawnAt: string;
            /** Format: uuid */
            id: string;
            listedOn: string;
            listName: string;
            /** @description 随机种子：用它和名单人数可以重抽出同样的编号 */
            seed: string;
            size: number;
            /** @description 作废的原因；没有作废为空 */
            voidReason: string | null;
            year: number;
        };
        SampleEnlargeIn: {
            count: number;
        };
        SampleIn: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description resident 本村群众，migrant 外来务工人员
             * @enum {string}
             */
            audience: "resident" | "migrant";
            /** @description 抽多少人 */
            count: number;
            /** Format: uuid */
            id: string;
            /** @description 名单的日期 */
            listedOn: string;
            /**
             * @description 名单名称
             * @example 2026年选民名册
             */
            listName: string;
            /** @description 名单上有多少人，从1起编号 */
            size: number;
        };
        SampleList: {
            items: components["schemas"]["Sample"][];
        };
        SampleNumberParams: {
            /** Format: uuid */
            id: string;
            number: number;
        };
        SampleOutcomeIn: {
            /**
             * @description refused 不愿意答，unreachable 找不到人，ineligible 不该在名单上，open 撤回
             * @enum {string}
             */
            state: "open" | "refused" | "unreachable" | "ineligible";
        };
        /** @description 抽到的人的一份题，不含答案，不留名 */
        SamplePaper: {
            areaName: string;
            /** Format: date-time */
            issuedAt: string;
            items: {
                no: number;
                options: string[];
                stem: string;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
            }[];
            /** Format: uuid */
            paperId: string;
            /** @description 交卷时原样带回 */
            token: string;
        };
        SampleParams: {
            /** Format: uuid */
            id: string;
        };
        SampleReasonIn: {
            reason: string;
        };
        SampleSlips: {
            areaCode: string;
            /** @enum {string} */
            audience: "resident" | "migrant";
            /** Format: date-time */
            closedAt: string | null;
            /** @description 答了、还没答、不愿意答、找不到人、不该在名单上 */
            counts: {
                answered: number;
                ineligible: number;
                open: number;
                refused: number;
                unreachable: number;
            };
            drawn: number;
            /** Format: date-time */
            drawnAt: string;
            /** Format: uuid */
            id: string;
            listedOn: string;
            listName: string;
            /** @description 随机种子：用它和名单人数可以重抽出同样的编号 */
            seed: string;
            size: number;
            /** @description 还没答的人的答题码 */
            slips: {
                code: string;
                number: number;
            }[];
            /** @description 作废的原因；没有作废为空 */
            voidReason: string | null;
            year: number;
        };
        SamplesQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            year?: number;
        };
        SampleWithNumbers: {
            areaCode: string;
            /** @enum {string} */
            audience: "resident" | "migrant";
            /** Format: date-time */
            closedAt: string | null;
            /** @description 答了、还没答、不愿意答、找不到人、不该在名单上 */
            counts: {
                answered: number;
                ineligible: number;
                open: number;
                refused: number;
                unreachable: number;
            };
            drawn: number;
            /** Format: date-time */
            drawnAt: string;
            /** Format: uuid */
            id: string;
            listedOn: string;
            listName: string;
            /** @description 抽到的编号，按名单的顺序 */
            numbers: {
                number: number;
                /** @enum {string} */
                state: "open" | "refused" | "unreachable" | "ineligible" | "answered";
            }[];
            /** @description 随机种子：用它和名单人数可以重抽出同样的编号 */
            seed: string;
            size: number;
            /** @description 作废的原因；没有作废为空 */
            voidReason: string | null;
            year: number;
        };
        ScanApproval: {
            match: string;
        };
        ScanLook: {
            expiresAt: string;
            match: string;
            /** @enum {string} */
            state: "seen";
        };
        ScanPollIn: {
            pollSecret: string;
        };
        ScanPollOut: {
            session?: components["schemas"]["Session"];
            /** @enum {string} */
            state: "waiting" | "seen" | "approved" | "expired";
        };
        ScanTicket: {
            expiresAt: string;
            /** @description 电脑和手机都显示的两位数字 */
            match: string;
            pollSecret: string;
            /** @description 二维码，data URI */
            qrSvg: string;
            qrText: string;
            ticketId: string;
        };
        SchoolAwareness: {
            /** @description 课堂上的有效答卷 */
            answers: number;
            /** @description 达到的学校 */
            aware: number;
            missing: {
                /** @enum {string} */
                code: "not-counted" | "no-answers" | "too-few" | "self-only" | "no-roster" | "untested" | "no-venue-survey" | "no-school-count" | "class-too-few" | "village-open";
                count?: number;
            }[];
            schools: number;
            /** @enum {string|null} */
            state: "met" | "notMet" | "notApplicable" | "undetermined" | null;
            targetPercent: number;
            /** @description 各有几个村 */
            villages: {
                met: number;
                notApplicable: number;
                notMet: number;
                undetermined: number;
            } | null;
        };
        Scorecard: {
            areaCode: string;
            asOf: string;
            /** @enum {string} */
            format: "scorecard@1";
            knownAt: string | null;
            lateRecordIds: string[];
            ledgerVersion: number;
            parts: components["schemas"]["PartOutcome"][];
            policyVersion: string;
            populations: {
                [key: string]: number | string | boolean;
            };
            rulesVersion: string;
            standards: {
                id: string;
                parts: string[];
                state: components["schemas"]["State"];
            }[];
            /** @enum {string} */
            track: "ten-standards" | "none-found";
            year: number;
        };
        ScorecardAnswer: {
            scorecard: components["schemas"]["Scorecard"];
            /** @enum {string} */
            source: "fresh";
        };
        ScorecardQuery: {
            /**
             * @description 中国日期
             * @example 2026-11-23
             */
            asOf?: string;
            /**
             * @description 只算这一刻以前收到的记录
             * @example 2026-06-30T15:59:59.999Z
             */
            knownAt?: string;
        };
        SealKeys: {
            items: {
                /** @description 公钥的SHA-256 */
                fingerprint: string;
                /** @description false：以前用过，它封存的仍然有效 */
                isCurrent: boolean;
                /** @description Ed25519，SPKI，base64 */
                publicKey: string;
            }[];
        };
        Session: {
            /** @description 放在 Authorization: Bearer 里，10分钟有效 */
            accessToken: string;
            account: components["schemas"]["AccountHead"];
            appointments: components["schemas"]["HeldAppointment"][];
            expiresAt: string;
            handIn?: components["schemas"]["HandInGrant"];
            /** @description 只给小程序；H5 的在 httpOnly cookie 里 */
            refreshToken?: string;
        };
        SessionState: {
            account: components["schemas"]["AccountHead"];
            /** @description 这个请求用的身份；群众没有 */
            active: components["schemas"]["HeldAppointment"] | null;
            appointments: components["schemas"]["HeldAppointment"][];
            authenticatedAt: string;
            permissions: ("self.read" | "session.approve" | "appointment.manage" | "record.submit" | "record.read" | "record.review" | "record.remark" | "import.run" | "handIn.take" | "village.start" | "person.read" | "place.read" | "person.reveal" | "person.readings" | "ledger.read" | "score.read" | "obligation.read" | "obligation.arrange" | "overview.read" | "order.read" | "order.issue" | "order.answer" | "plaque.decide" | "assessment.read" | "assessment.claim" | "assessment.review" | "assessment.appeal" | "quiz.take" | "quizBank.keep" | "status.read" | "policy.keep" | "sample.draw" | "sample.visit" | "survey.enter" | "class.hold" | "venue.manage" | "pledge.sign" | "pledge.manage" | "household.keep" | "household.visit" | "pledge.office" | "export.run" | "audit.read" | "feedback.answer")[];
            /** @enum {string} */
            role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
        };
        SpotCheckIn: {
            /** @description 抽几个村 */
            count: number;
            /** @description 为什么再抽；一年里第一次抽不用写 */
            reason?: string;
        };
        SpotFindingIn: {
            /**
             * @description 中国日期
             * @example 2026-12-31
             */
            checkedOn: string;
            finding: string;
            /** @description 和台账一致 */
            holds: boolean;
            /**
             * @description 看的是哪一项；空的是整体
             * @default null
             * @enum {string|null}
             */
            item: "A1.group" | "A1.funds" | "A1.meetings" | "A3.activities" | "A3.site" | "A3.residents" | "A3.migrants" | "A3.venues" | "A3.schools" | "A4.support" | "A4.talks" | "A4.homeTests" | "A4.overallTests" | "A4.relapses" | "A4.threeYears" | "A5.keyPersons" | "A5.truthful" | "measures.venues" | "measures.grids" | "A6" | "A7" | null;
            /** Format: uuid */
            spotCheckId: string;
        };
        /** @description 答题合格证：只写合格，不写分数 */
        StaffCertificate: {
            areaName: string;
            /** @description 名册上的姓名 */
            name: string;
            number: string;
            /** Format: date */
            passedOn: string;
            /** @description 当天的合格标准：满分100分，多少分合格 */
            passMark: number;
            venueName: string;
        };
        StaffCertificateIn: {
            /** @description 答的那份题的token：只有答题的手机上有 */
            token: string;
        };
        StaffIn: {
            /**
             * Format: uuid
             * @description 手机上生成：重发不会多登记一个人
             */
            id: string;
            name: string;
        };
        StaffJoin: {
            code: string;
        };
        StaffName: {
            name: string;
        };
        /** @description 场所从业人员的一份题，不含答案 */
        StaffPaper: {
            /** Format: date-time */
            issuedAt: string;
            items: {
                no: number;
                options: string[];
                stem: string;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
            }[];
            /** Format: uuid */
            paperId: string;
            token: string;
            venueName: string;
        };
        StaffParams: {
            /** Format: uuid */
            id: string;
        };
        StartIn: {
            /** Format: date */
            startOn: string;
        };
        /**
         * @description 达标、未达标、不适用、待判定
         * @enum {string}
         */
        State: "met" | "notMet" | "notApplicable" | "undetermined";
        /** @description 系统各部分现在怎样，每项一句话 */
        Status: {
            at: string;
            items: {
                /** @description 不正常时怎么办；正常时为空 */
                advice: string | null;
                id: string;
                sentence: string;
                /** @enum {string} */
                state: "good" | "look" | "bad" | "unknown";
                title: string;
            }[];
            /**
             * @description 全部正常、要留意、要处理
             * @enum {string}
             */
            state: "good" | "look" | "bad";
            /** @description 规则版本 */
            version: string;
        };
        StrokeIn: {
            height: number;
            /** @description 一笔一个数组，点是[x, y, 距第一点的毫秒数] */
            lines: number[][][];
            width: number;
        };
        /** @description 签了名一分钟以上还没有封存的 */
        StuckPledges: {
            items: {
                areaCode: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                level: "town-village" | "village-grid-worker" | "village-venue" | "village-household" | "class";
                /** Format: date-time */
                signedAt: string;
                /** @description 不含姓名 */
                title: string;
            }[];
        };
        /** @description 学习卡：可能问到的题，答案、讲解和法律依据 */
        StudyCards: {
            items: {
                answer: number[];
                basis: string;
                explanation: string;
                id: string;
                options: string[];
                /** @description 有第二个人审核过 */
                reviewed: boolean;
                stem: string;
                /** @enum {string|null} */
                topic: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors" | null;
                /** @enum {string} */
                type: "single" | "multiple" | "judge";
            }[];
        };
        StudyCardsQuery: {
            /** @enum {string} */
            audience: "public" | "migrant" | "venue" | "student";
        };
        /** @description 第三方调查的结果 */
        Survey: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description resident 本村群众，migrant 外来务工人员
             * @enum {string}
             */
            audience: "resident" | "migrant";
            /** @description 其中知晓的，多少人 */
            aware: number;
            /**
             * @description 文号
             * @example 调〔2026〕8号
             */
            documentNo: string;
            /** Format: date-time */
            enteredAt: string;
            /** Format: uuid */
            id: string;
            /** @description 调查单位 */
            issuer: string;
            /** @description 文件存放的地方 */
            keptAt: string;
            /** @description 调查日期 */
            surveyedOn: string;
            /** @description 有效样本，多少人 */
            valid: number;
            /** @description 撤回的原因；没有撤回为空 */
            withdrawnReason: string | null;
            year: number;
        };
        SurveyIn: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            /**
             * @description resident 本村群众，migrant 外来务工人员
             * @enum {string}
             */
            audience: "resident" | "migrant";
            /** @description 其中知晓的，多少人 */
            aware: number;
            /**
             * @description 文号
             * @example 调〔2026〕8号
             */
            documentNo: string;
            /** @description 调查单位 */
            issuer: string;
            /** @description 文件存放的地方 */
            keptAt: string;
            /** @description 调查日期 */
            surveyedOn: string;
            /** @description 有效样本，多少人 */
            valid: number;
        };
        SurveyList: {
            items: components["schemas"]["Survey"][];
        };
        SurveysQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode: string;
            year?: number;
        };
        Transfer: {
            birthYear?: number;
            /** @description 在原来那个村的编号 */
            code: string;
            /**
             * Format: date
             * @description 最迟哪天答复
             */
            dueOn: string;
            fromArea: string;
            fromName: string;
            gender?: string;
            /** @description 自己提的申请，要由别人接收 */
            own: boolean;
            /** Format: date */
            proposedOn: string;
            recordId: string;
            status?: string;
            subjectId: string;
            toArea: string;
            toName: string;
        };
        TransferList: {
            items: components["schemas"]["Transfer"][];
        };
        TransferQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
            /**
             * @description in：别村申请转给我们的；out：我们申请转出的
             * @enum {string}
             */
            direction: "in" | "out";
        };
        TransferReturnIn: {
            reason: string;
        };
        UploadIn: {
            /** @description 文件的字节数，最多10兆 */
            bytes: number;
            /** @description 文件的SHA-256，传完后核对 */
            sha256: string;
        };
        UploadOut: {
            /** @description 每块的字节数，最后一块可以短 */
            chunkBytes: number;
            id: string;
            /** @description 还没收到的块，从0数起 */
            missing: number[];
            /** @enum {string} */
            state: "partial" | "stored" | "refused";
        };
        VenueAwareness: {
            /** @description 没答的按不知晓算 */
            aware: number;
            items: {
                asked: number;
                basis: string;
                correct: number;
                stem: string;
            }[];
            missing: {
                /** @enum {string} */
                code: "not-counted" | "no-answers" | "too-few" | "self-only" | "no-roster" | "untested" | "no-venue-survey" | "no-school-count" | "class-too-few" | "village-open";
                count?: number;
            }[];
            /** @description 名册上的人 */
            staff: number;
            /** @enum {string|null} */
            state: "met" | "notMet" | "notApplicable" | "undetermined" | null;
            targetPercent: number;
            tested: number;
            venues: number;
            /** @description 各有几个村 */
            villages: {
                met: number;
                notApplicable: number;
                notMet: number;
                undetermined: number;
            } | null;
        };
        VillageAwareness: {
            areaCode: string;
            audiences: components["schemas"]["AudienceAwareness"][];
            year: number;
        };
        /** @description 一个村哪几条标准、措施的结论变了 */
        VillageChange: {
            areaCode: string;
            changes: {
                /** @enum {string} */
                from: "met" | "notMet" | "notApplicable" | "undetermined";
                gate: string;
                /** @enum {string} */
                to: "met" | "notMet" | "notApplicable" | "undetermined";
            }[];
            name: string;
        };
        VillageObligations: {
            asOf: string;
            missed: components["schemas"]["MissedWindow"][];
            open: components["schemas"]["Obligation"][];
        };
        VillageOverview: {
            areaCode: string;
            asOf: string;
            /** @description 今年的知晓率；还没人答题时为空 */
            awareness: components["schemas"]["AudienceAwareness"][];
            dueSoon: number;
            isDemo: boolean;
            lastRecordAt: string | null;
            /** @description 逾期的事，按种类；since 是最早到期的一天 */
            late: {
                count: number;
                kind: string;
                since: string;
            }[];
            ledgerVersion: number;
            name: string;
            overdue: number;
            parts: {
                id: string;
                state: components["schemas"]["State"];
            }[];
            pending: number;
            plaque: {
                label: string;
                state: components["schemas"]["PlaqueState"];
                /** @description 有一条正式结果待第二人确认 */
                waiting: boolean;
            };
            roster: {
                confirmed: boolean;
                month: string;
            } | null;
            /** @description 还没按今天的日期和现行规则算过 */
            stale: boolean;
            standards: {
                id: string;
                state: components["schemas"]["State"];
            }[];
            /** @enum {string|null} */
            track: "ten-standards" | "none-found" | null;
        };
        VillageYear: {
            appeals: {
                decidedAt: string | null;
                document: string | null;
                id: string;
                matter: string;
                /** @enum {string|null} */
                outcome: "upheld" | "rejected" | null;
                /** @description 您登记的，由另一人答复 */
                own: boolean;
                /** @enum {string} */
                raisedBy: "village" | "resident" | "unit";
                reason: string | null;
                receivedOn: string;
            }[];
            areaCode: string;
            areaName: string;
            /** @description 您现在可以做的 */
            can: ("claim" | "submit" | "review" | "correct" | "publish" | "close" | "appeal" | "decide" | "spot")[];
            cycle: components["schemas"]["AssessmentCycle"];
            findings: {
                checkedOn: string;
                finding: string;
                holds: boolean;
                id: string;
                /** @enum {string|null} */
                item: "A1.group" | "A1.funds" | "A1.meetings" | "A3.activities" | "A3.site" | "A3.residents" | "A3.migrants" | "A3.venues" | "A3.schools" | "A4.support" | "A4.talks" | "A4.homeTests" | "A4.overallTests" | "A4.relapses" | "A4.threeYears" | "A5.keyPersons" | "A5.truthful" | "measures.venues" | "measures.grids" | "A6" | "A7" | null;
            }[];
            freezes: components["schemas"]["AssessmentFreeze"][];
            history: {
                at: string;
                by: string;
                document: string | null;
                /** @enum {string} */
                kind: "submitted" | "returned" | "endorsed" | "corrected" | "published" | "appealed" | "decided" | "closed";
                reason: string | null;
                /** @enum {string} */
                role: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                seq: number;
            }[];
            isLowerBound: boolean;
            items: components["schemas"]["AssessmentItem"][];
            /** @description 本来您可以做，因为是您交的，要由另一人做 */
            othersOnly: ("claim" | "submit" | "review" | "correct" | "publish" | "close" | "appeal" | "decide" | "spot")[];
            /** @description 百分之一分 */
            outOf: number;
            /** @description 纸质材料的照片：传到没有 */
            photos: components["schemas"]["AttachmentOut"][];
            /** @description 百分之一分 */
            points: number;
            publicity: {
                from: string;
                until: string;
            } | null;
            /** @enum {string|null} */
            reached: "met" | "notMet" | "notApplicable" | "undetermined" | null;
            /** @description 市里的正式结果 */
            result: {
                document: string;
                /** @enum {string} */
                kind: "passed" | "failed";
                on: string;
            } | null;
            /** @description 市里的结果录入了，待第二人确认，还没有生效 */
            resultWaits: boolean;
            /** @description 看到的是第几次改动 */
            revision: number;
            rounds: {
                /** @description 百分之一分 */
                claimedPoints: number;
                /** @enum {string|null} */
                outcome: "returned" | "endorsed" | null;
                reason: string | null;
                reviewedAt: string | null;
                reviewedBy: string | null;
                round: number;
                submittedAt: string;
                submittedBy: string;
            }[];
            /**
             * @description 现算的，还是冻结的
             * @enum {string}
             */
            source: "live" | "frozen";
            /** @description 抽到这个村的那次抽查 */
            spotCheckId: string | null;
            standards: {
                id: string;
                /** @enum {string} */
                state: "met" | "notMet" | "notApplicable" | "undetermined";
                title: string;
            }[];
            /** @enum {string} */
            state: "open" | "submitted" | "returned" | "frozen" | "published" | "closed";
            /** @description 总分一句话 */
            total: string;
            /** @enum {string} */
            verdict: "met" | "notMet" | "notApplicable" | "undetermined";
            year: number;
        };
        VillageYearLine: {
            areaCode: string;
            /** @description 百分之一分 */
            claimedPoints: number | null;
            findings: number;
            freeze: {
                mark: string;
                /** @description 百分之一分 */
                points: number;
                /** @enum {string|null} */
                reached: "met" | "notMet" | "notApplicable" | "undetermined" | null;
                /** @enum {string} */
                verdict: "met" | "notMet" | "notApplicable" | "undetermined";
                version: number;
            } | null;
            name: string;
            openAppeals: number;
            /** @description 授牌状态 */
            plaque: string;
            publicityUntil: string | null;
            result: {
                document: string;
                /** @enum {string} */
                kind: "passed" | "failed";
                on: string;
            } | null;
            resultWaits: boolean;
            /** @description 退回过几次 */
            returned: number;
            /** @enum {string} */
            state: "open" | "submitted" | "returned" | "frozen" | "published" | "closed";
        };
        WaitingImports: {
            items: {
                areaCode: string;
                /** Format: date-time */
                confirmedAt: string;
                id: string;
                /** @description 自己上传的，要由别人审核 */
                own: boolean;
                rows: number;
                title: string;
                uploadedBy: string;
                /** @description 还有几条等审核 */
                waiting: number;
            }[];
        };
        WaitingImportsQuery: {
            /**
             * @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位
             * @example 441581105201
             */
            areaCode?: string;
        };
        WeChatSignIn: {
            code: string;
        };
        YearOverview: {
            canOpen: boolean;
            towns: {
                areaCode: string;
                cycle: components["schemas"]["AssessmentCycle"] | null;
                name: string;
                spotChecks: {
                    drawn: number;
                    drawnAt: string;
                    id: string;
                    /** @description 为什么再抽；第一次抽的为空 */
                    reason: string | null;
                    seed: string;
                    size: number;
                    villages: {
                        areaCode: string;
                        name: string;
                        number: number;
                    }[];
                }[];
                villages: components["schemas"]["VillageYearLine"][];
            }[];
            year: number;
            /** @description 开始过考核的年份 */
            years: number[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    appConfig_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppConfig"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appointments_list: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPage"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appointments_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentIn"];
            };
        };
        responses: {
            /** @description 同一手机号已有这个身份 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentItem"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appointments_issueBindingCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingCode"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appointments_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handover_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handover_do: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDone"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    areas_list: {
        parameters: {
            query?: {
                level?: "province" | "city" | "county" | "town" | "village" | "grid";
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessments_list: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                under?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOverview"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachments_get: {
        parameters: {
            query?: {
                size?: "full" | "thumb";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachments_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachments_putChunk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachments_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    awareness_report: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwarenessReport"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brief_get: {
        parameters: {
            query: {
                /** @description 哪个月 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brief"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brief_file: {
        parameters: {
            query: {
                format: "docx" | "pdf";
                /** @description 哪个月 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Word 或 PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classPapers_join: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassJoin"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassPaper"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classPapers_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassAnswersIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassAnswers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classes_list: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassPage"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classes_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassBoard"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classes_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassBoard"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classes_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassBoard"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    classes_extend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassBoard"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    colleagues_list: {
        parameters: {
            query: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demo_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccountList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demo_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dictionaries_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionaries"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dictionary_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dictionary: "key-person-categories" | "bottom-lines" | "venue-types";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DictionaryConfirmationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionaries"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experience_list: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperienceList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已删除 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Excel、Word、PDF，或压缩包 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/zip": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exports_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportFormList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list: {
        parameters: {
            query?: {
                cursor?: string;
                state?: "open" | "answered";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPage"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_answer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackAnswerIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handIns_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.dfv.hand-in": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandIn"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    householdPapers_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAttemptIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttempt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    householdPledges_copy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdCopyIn"];
            };
        };
        responses: {
            /** @description A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    householdPledges_sign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdSlipSignatureIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeReceipt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    householdPledges_text: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdSlipTextIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdText"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_show: {
        parameters: {
            query: {
                areaCode: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Households"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_setSize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Households"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_signAtDoor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdDoorSignatureIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeReceipt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_doorText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdDoorTextIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdText"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_removePaper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdPaperRemovalIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Households"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_registerPapers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdPapersIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Households"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_slips: {
        parameters: {
            query: {
                areaCode: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdSlips"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    households_renewSlip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdNumberIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdSlips"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_waiting: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingImports"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_discard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_review: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReviewOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_workbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_list: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitedPapers_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitedJoin"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePaper"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitedPapers_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAttemptIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttempt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_get: {
        parameters: {
            query?: {
                /** @description 手机上已有的台账版本；不填给全部 */
                since?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerDelta"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_workbook: {
        parameters: {
            query?: {
                /** @description 到期日从哪天起，含这天 */
                dueFrom?: string;
                /** @description 到期日到哪天止，含这天 */
                dueTo?: string;
                /** @description 只看这一种，如 publicity */
                kind?: string;
                /** @description own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的 */
                of?: "own" | "area";
                /** @description 只看这个岗位要办的 */
                owedBy?: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                /** @description 只看这个村或镇 */
                under?: string;
            };
            header?: never;
            path: {
                list: "villages" | "duties" | "accounts" | "pledges" | "policies";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyData"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_rename: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reveals_mine: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    obligations_list: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description 到期日从哪天起，含这天 */
                dueFrom?: string;
                /** @description 到期日到哪天止，含这天 */
                dueTo?: string;
                /** @description 只看这一种，如 publicity */
                kind?: string;
                limit?: number;
                /** @description own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的 */
                of?: "own" | "area";
                /** @description 只看这个岗位要办的 */
                owedBy?: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                /** @description 只看这个村或镇 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    obligations_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyAssignmentIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyArrangement"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    obligations_counts: {
        parameters: {
            query?: {
                /** @description 到期日从哪天起，含这天 */
                dueFrom?: string;
                /** @description 到期日到哪天止，含这天 */
                dueTo?: string;
                /** @description 只看这一种，如 publicity */
                kind?: string;
                /** @description own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的 */
                of?: "own" | "area";
                /** @description 只看这个岗位要办的 */
                owedBy?: "county-office" | "county-assessor" | "town-office" | "police" | "posted-leader" | "village-secretary" | "case-worker" | "grid-worker" | "venue-manager" | "teacher" | "resident" | "system-admin";
                /** @description 只看这个村或镇 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyCounts"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    obligations_explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyExplanationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyArrangement"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orders_list: {
        parameters: {
            query?: {
                cursor?: string;
                state?: "current" | "ended";
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            /** @description 同一件再次提交 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description 已下达 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAnswerIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderDecisionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    oversight_get: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oversight"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownVenue_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVenue"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownVenue_addStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVenue"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownVenue_staffLeft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVenue"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownVenue_revealStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffName"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    persons_list: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
                cursor?: string;
                /** @description 编号的一部分，不能按姓名找 */
                q?: string;
                /** @description 哪一本名册：累计登记在册（不含已封存的）、现有、帮扶对象、重点人员；不填是全部 */
                register?: "cumulative" | "existing" | "supported" | "key";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    persons_get: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFile"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    persons_readings: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    persons_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    persons_lookup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookupIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    places_list: {
        parameters: {
            query: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
                cursor?: string;
                /** @description 编号或名称的一部分 */
                q?: string;
                type: "venue" | "grid" | "site" | "school";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    places_get: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceFile"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_listMine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeEndIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeEvidence"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeEndIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeSignatureIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeReceipt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeCampaignIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeCampaign"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_coverage: {
        parameters: {
            query?: {
                areaCode?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeCoverage"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_missing: {
        parameters: {
            query?: {
                areaCode?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeMissing"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_registerPaper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperPledgeIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_remind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeCampaignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeReminders"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_stuck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StuckPledges"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_wordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeWordingList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_releaseWording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeWordingRelease"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeWordingReleased"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledges_previewWording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeWordingDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeWordingPreview"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyBook"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policyDraft_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policyDraft_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraftIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policyDraft_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyReleaseIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policyDraft_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyWithdrawalIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publicPledges_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verifyCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgeCheck"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publicPledges_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealKeys"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publicVillage_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPage"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessments_publicity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentPublicityList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_validity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaqueValidity"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizAttempts_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAttemptIn"];
            };
        };
        responses: {
            /** @description 练习，或同一份答卷再次提交 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttempt"];
                };
            };
            /** @description 已收下 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttempt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankImport"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankImport"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_faults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_list: {
        parameters: {
            query?: {
                audience?: "public" | "migrant" | "venue" | "student";
                page?: number;
                pageSize?: number;
                /** @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用 */
                state?: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
                /** @description 题干里的字，或题号 */
                text?: string;
                topic?: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizNewItem"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizItemRetirement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizItemReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizNewVersion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizBankItem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizBank_workbook: {
        parameters: {
            query?: {
                audience?: "public" | "migrant" | "venue" | "student";
                /** @description awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用 */
                state?: "awaiting" | "reviewed" | "returned" | "superseded" | "retired";
                /** @description 题干里的字，或题号 */
                text?: string;
                topic?: "law" | "drugs" | "refuse" | "crime" | "duty" | "treatment" | "venue" | "minors";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizCards_list: {
        parameters: {
            query: {
                audience: "public" | "migrant" | "venue" | "student";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyCards"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quizPapers_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizPaperIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizPaper"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_list: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
                cursor?: string;
                /** @description 从哪天起发生的（含） */
                from?: string;
                kind?: string;
                subjectId?: string;
                /** @description 到哪天为止发生的（含） */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordFile"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordIn"];
            };
        };
        responses: {
            /** @description 早已存下，内容一样 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            /** @description 新存下的 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_remark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordRemark"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_review: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBatchIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordBatchOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reminders_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reminders_allow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderCreditsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reminders_mute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderMuteIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_list: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_list: {
        parameters: {
            query: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_enlarge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleEnlargeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_outcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleOutcomeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePaper"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_slips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSlips"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    samples_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleReasonIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleWithNumbers"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_get: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signOut: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_bindCode: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindingCodeSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_recheck: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_refresh: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanTicket"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanLook"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanApproval"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan_poll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanPollIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPollOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signInWithWeChat: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeChatSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_bindPhone: {
        parameters: {
            query?: never;
            header?: {
                "X-Client"?: "weapp" | "h5";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeChatSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffPapers_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffJoin"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPaper"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffPapers_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAttemptIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttempt"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffPapers_certificateFile: {
        parameters: {
            query?: never;
            header: {
                /** @description 答的那份题的token：只有答题的手机上有 */
                "X-Paper": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffPapers_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCertificateIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificate"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    status_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    surveys_list: {
        parameters: {
            query: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    surveys_enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    surveys_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleReasonIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessments_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentCycleIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOverview"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessments_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpotCheckIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOverview"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfers_list: {
        parameters: {
            query: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                areaCode?: string;
                /** @description in：别村申请转给我们的；out：我们申请转出的 */
                direction: "in" | "out";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfers_return: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferReturnIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordProblem"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    villages_list: {
        parameters: {
            query?: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentAppealIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_decideAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentAppealDecisionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentClaimsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentActIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentCorrectionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpotFindingIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_photo: {
        parameters: {
            query?: {
                size?: "full" | "thumb";
            };
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentActIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentReviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessment_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentActIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageYear"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    villages_awareness: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                /** @description 村（社区）代码，12位 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageAwareness"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_sheets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSheetList"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description xlsx */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    village_obligations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageObligations"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onboarding_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plaque"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaqueDecisionIn"];
            };
        };
        responses: {
            /** @description 同一条再次录入 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plaque"];
                };
            };
            /** @description 已录入 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plaque"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plaque"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 行政区划代码：省2、市4、县6、镇9、村12位，网格16位 */
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaqueReturnIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plaque"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plaque_paper: {
        parameters: {
            query: {
                /** @description 公示栏张贴页、授牌证明 */
                kind: "board" | "certificate";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A4 PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scorecard_get: {
        parameters: {
            query?: {
                /** @description 中国日期 */
                asOf?: string;
                /** @description 只算这一刻以前收到的记录 */
                knownAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardAnswer"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onboarding_setStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingOut"];
                };
            };
            /** @description 没有办成；title 说怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
