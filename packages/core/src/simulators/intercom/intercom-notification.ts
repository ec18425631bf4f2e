const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** `X-Hub-Signature` of a body. */
export const hubSignature = async (body: string, secret: string): Promise<string> => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey('raw', encode(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  return `sha1=${hex(await crypto.subtle.sign('HMAC', key, encode(body)))}`;
};

/** A notification as Intercom posts it. */
export const notificationRequest = async (notification: object, secret: string): Promise<Request> => {
  const body = JSON.stringify(notification);
  return new Request('https://metrics.example/webhooks/intercom', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature': await hubSignature(body, secret) },
    body,
  });
};
