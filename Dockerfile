# syntax=docker/dockerfile:1
# WritService in a container: fonts by package; no shell, no package manager; non-root; works with a read-only root file system.

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY src/ src/
RUN dotnet publish src/WritService/WritService.csproj -c Release -o /app --nologo \
 && dotnet publish src/Writ.Cli/Writ.Cli.csproj -c Release -o /cli --nologo

# The fonts that src/WritService/fonts.json maps, from their packages; npm is here for one of them and for pdf.js.
FROM debian:12.11-slim AS fonts
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates npm
COPY .setup/fonts.sh /setup/fonts.sh
RUN /setup/fonts.sh
COPY .setup/pdfjs.sh /setup/pdfjs.sh
RUN /setup/pdfjs.sh && test -s /usr/local/share/writ/pdfjs/package.json

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiseled
COPY --from=fonts /usr/local/share/fonts/writ/ /usr/local/share/fonts/writ/
COPY --from=fonts /usr/local/share/writ/ /usr/local/share/writ/
COPY --from=fonts /usr/share/fonts/truetype/ /usr/share/fonts/truetype/
COPY --from=fonts /usr/share/fonts/opentype/noto/ /usr/share/fonts/opentype/noto/
WORKDIR /app
COPY --from=build /app/ ./
COPY --from=build /cli/ /cli/
COPY templates/ templates/
COPY src/WritService/fonts.json ./
COPY LICENSE README.md ./
# Keys are mounted, never built in. Without Writ:Access the service refuses to listen beyond loopback.
ENV WRIT_ROOT=/app \
    ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:8080 \
    DOTNET_gcServer=0 \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s --retries=3 CMD ["dotnet", "/cli/writ.dll", "health", "http://127.0.0.1:8080"]
ENTRYPOINT ["dotnet", "WritService.dll"]
