using Writ.Documents;

namespace WritService.Verify;

/// <summary>The page on which a judge drops a PDF and reads the answer. Style and script are in it, named by their hashes; nothing comes from elsewhere.</summary>
internal static class VerifyPage
{
    private const string Script = """
        "use strict";
        const drop = document.getElementById("drop"), pick = document.getElementById("pick"), answer = document.getElementById("answer"), tools = document.getElementById("tools"), state = document.getElementById("state");
        let saved = null, asked = 0;
        async function verify(file) {
          const turn = ++asked;
          saved = null; tools.hidden = true; answer.replaceChildren();
          state.textContent = "正在核验 " + file.name + " …";
          try {
            const response = await fetch("v1/documents/verify?name=" + encodeURIComponent(file.name.slice(0, 200)), { method: "POST", headers: { "Content-Type": "application/pdf", "Accept": "text/html" }, body: file });
            const text = await response.text();
            if (turn !== asked) return;
            if (!response.ok || !(response.headers.get("Content-Type") || "").startsWith("text/html")) {
              state.textContent = response.status === 401 || response.status === 403 ? "本服务未向公众开放核验（documents:verify），请联系管理员。Verification is not open to the public here."
                : response.status === 413 ? "文件太大。The file is too large." : "未能核验（" + response.status + "），没有结论。Not examined; there is no verdict.";
              return;
            }
            const page = new DOMParser().parseFromString(text, "text/html");
            answer.append(...page.querySelector("main").childNodes);
            saved = { name: file.name.replace(/\.pdf$/i, "") + ".核验报告.html", text };
            tools.hidden = false;
            state.textContent = "核验完毕。Done.";
            answer.focus();
          } catch (fault) {
            if (turn === asked) state.textContent = "未能连接核验服务，没有结论。The service cannot be reached; there is no verdict.";
          }
        }
        pick.addEventListener("change", () => { if (pick.files.length) verify(pick.files[0]); pick.value = ""; });
        for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, event => { event.preventDefault(); drop.classList.add("over"); });
        for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, event => { event.preventDefault(); drop.classList.remove("over"); });
        document.addEventListener("drop", event => { if (event.dataTransfer.files.length) verify(event.dataTransfer.files[0]); });
        document.getElementById("print").addEventListener("click", () => window.print());
        document.getElementById("save").addEventListener("click", () => {
          if (!saved) return;
          const link = document.createElement("a"), url = URL.createObjectURL(new Blob([saved.text], { type: "text/html" }));
          link.href = url; link.download = saved.name; link.click();
          setTimeout(() => URL.revokeObjectURL(url), 10000);
        });
        """;

    private static readonly string Html = $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>文书核验 · Verify a document</title>
        <style>{ReportPage.Style}</style>
        </head>
        <body>
        <header>
        <h1>文书核验 <span lang="en">Verify a document</span></h1>
        <p>选择或者拖入一份 PDF，即可查看每枚签章是否完好、由谁签章、何时签章、此后有无改动。文件只用于本次核验，服务不保存。<br><span lang="en">Choose or drop a PDF. It is examined once and not kept.</span></p>
        <div class="drop" id="drop"><label for="pick">将 PDF 拖到这里，或者选择文件 <span lang="en">Drop a PDF here, or choose one</span></label><br><input id="pick" type="file" accept="application/pdf,.pdf"></div>
        <p id="state" role="status" aria-live="polite"></p>
        <div class="tools" id="tools" hidden><button type="button" id="print">打印 <span lang="en">Print</span></button><button type="button" id="save">保存报告 <span lang="en">Save the report</span></button></div>
        <noscript><p>此页需要脚本；也可使用命令 <code>writ verify --format html</code>。<span lang="en">This page needs its script.</span></p></noscript>
        </header>
        <main id="answer" tabindex="-1" aria-label="核验报告"></main>
        <script>{Script}</script>
        </body>
        </html>

        """;

    private static readonly string Policy =
        $"default-src 'none'; script-src '{ReportPage.Hash(Script)}'; style-src '{ReportPage.Hash(ReportPage.Style)}'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void MapVerifyPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/verify", static () => TypedResults.Content(Html, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription().WithMetadata(new ContentPolicy(Policy));
}
