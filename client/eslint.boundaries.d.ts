export const boundaries: object;
