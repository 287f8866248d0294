# The image of the web page. It contains client/dist, the result of `npm run build`.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS page
USER 0
COPY infra/images/client.nginx.conf /page/etc/nginx/conf.d/default.conf
COPY client/dist /page/usr/share/nginx/html
# Fixed time stamps: the same files produce the same layer.
RUN find /page -exec touch -h -d '2026-01-01 00:00:00' {} +

FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY --from=page /page/ /
