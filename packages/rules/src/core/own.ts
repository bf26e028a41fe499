const own = Object.prototype.hasOwnProperty

/** Whether the object itself holds the key. (`Object.hasOwn` is newer than the phones we serve.) */
export const hasOwn = (object: object, key: string): boolean => own.call(object, key)
