# The image of the web page, around what `npm run build` has made in client/dist.
FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY infra/images/client.nginx.conf /etc/nginx/conf.d/default.conf
COPY client/dist /usr/share/nginx/html
