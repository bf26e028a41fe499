import { api } from '../api'
import type { DemoAccount, ScanState, ScanTicket, Session, SessionInfo } from '../types'

export const sessionApi = {
  wechat: (code: string) => api.request<Session>('POST', '/session/wechat', { body: { code }, public: true }),
  wechatPhone: (code: string) => api.request<Session>('POST', '/session/wechat/phone', { body: { code } }),
  bindingCode: (bindingCode: string) =>
    api.request<Session>('POST', '/session/binding-code', { body: { bindingCode }, public: true }),
  /** Links the printed code to the WeChat identity that is signed in. */
  bindWechat: (bindingCode: string) =>
    api.request<Session>('POST', '/session/binding-code', { body: { bindingCode } }),
  refresh: (refreshToken: string | undefined) =>
    api.request<Session>('POST', '/session/refresh', {
      body: refreshToken === undefined ? {} : { refreshToken },
      public: true,
    }),
  end: () => api.request<void>('DELETE', '/session'),
  read: () => api.request<SessionInfo>('GET', '/session'),
  recheck: (code: string | null) =>
    api.request<{ authenticatedAt: string }>('POST', '/session/recheck', {
      body: code === null ? {} : { code },
    }),
  openScan: () => api.request<ScanTicket>('POST', '/session/scan', { public: true }),
  pollScan: (ticketId: string, pollSecret: string) =>
    api.request<{ state: ScanState; session?: Session }>('POST', `/session/scan/${ticketId}/poll`, {
      body: { pollSecret },
      public: true,
    }),
  readScan: (ticketId: string) =>
    api.request<{ match: string; expiresAt: string; state: ScanState }>('GET', `/session/scan/${ticketId}`),
  approveScan: (ticketId: string, match: string) =>
    api.request<void>('POST', `/session/scan/${ticketId}/approval`, { body: { match } }),
  demoAccounts: () => api.request<{ items: DemoAccount[] }>('GET', '/demo/accounts', { public: true }),
  demo: (accountId: string) =>
    api.request<Session>('POST', '/demo/session', { body: { accountId }, public: true }),
}
