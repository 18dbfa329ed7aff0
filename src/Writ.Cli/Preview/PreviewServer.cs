using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Writ.Documents;

namespace Writ.Cli;

/// <summary>
/// The preview for one person at one machine: a page on the loopback address, the document it shows, and a stream of events that says when to
/// look again. Nobody else can reach it, and it writes nothing.
/// </summary>
internal sealed class PreviewServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly PreviewDesk desk;
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int version;

    /// <param name="port">0 takes any free one.</param>
    public PreviewServer(PreviewDesk desk, int port)
    {
        this.desk = desk;
        Address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
    }

    public Uri Address { get; }

    /// <summary>Tells every open page that the templates have changed.</summary>
    public void Announce()
    {
        lock (gate)
        {
            version++;
            changed.TrySetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using CancellationTokenRegistration stop = cancel.Register(() =>
        {
            stopping.Cancel();
            listener.Stop();
        });
        while (!cancel.IsCancellationRequested)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            // Stopping the listener is how waiting ends.
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(call);
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Close();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            await RouteAsync(call);
            call.Response.Close();
        }
        // The browser has gone: there is nobody to tell.
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            call.Response.Abort();
        }
    }

    private async Task RouteAsync(HttpListenerContext call)
    {
        HttpListenerResponse response = call.Response;
        response.Headers["Cache-Control"] = "no-store";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        switch (call.Request.HttpMethod, call.Request.Url?.AbsolutePath)
        {
            case ("GET", "/"): await Send(response, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(PreviewPage.Html)); break;
            case ("GET", "/state"): await Send(response, "application/json", State(desk.Look(Asked(call.Request)))); break;
            case ("GET", "/document.pdf"):
                ReadOnlyMemory<byte> pdf = desk.Look(Asked(call.Request)).Pdf;
                if (pdf.IsEmpty) response.StatusCode = (int)HttpStatusCode.NotFound;
                else await Send(response, "application/pdf", pdf);
                break;
            case ("GET", "/events"): await Events(response); break;
            default: response.StatusCode = (int)HttpStatusCode.NotFound; break;
        }
    }

    // Server-sent events (WHATWG HTML, 9.2): the number of the version, whenever there is a new one.
    private async Task Events(HttpListenerResponse response)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        while (true)
        {
            Task next;
            int now;
            lock (gate)
            {
                next = changed.Task;
                now = version;
            }
            await response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes($"data: {now}\n\n"), stopping.Token);
            await response.OutputStream.FlushAsync(stopping.Token);
            await next.WaitAsync(stopping.Token);
        }
    }

    private static PreviewRequest Asked(HttpListenerRequest request) =>
        new(Given(request, "pack"), Given(request, "example"), Given(request, "profile"));

    private static string? Given(HttpListenerRequest request, string name) => request.QueryString[name] is { Length: > 0 } value ? value : null;

    private static byte[] State(PreviewResult result)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            Choices(json, "packs", result.Packs);
            Choices(json, "examples", result.Examples);
            Choices(json, "profiles", result.Profiles);
            json.WriteString("pack", result.Shown.Pack);
            json.WriteString("example", result.Shown.Example);
            json.WriteString("profile", result.Shown.Profile);
            json.WriteBoolean("rendered", !result.Pdf.IsEmpty);
            json.WriteStartArray("problems");
            foreach (PackProblem problem in result.Problems)
            {
                json.WriteStartObject();
                json.WriteString("file", problem.File);
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteString("code", problem.Code);
                json.WriteString("zh", problem.Text.Zh);
                json.WriteString("en", problem.Text.En);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Choices(Utf8JsonWriter json, string name, IReadOnlyList<PreviewChoice> choices)
    {
        json.WriteStartArray(name);
        foreach (PreviewChoice choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("id", choice.Id);
            json.WriteString("label", choice.Label);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static async Task Send(HttpListenerResponse response, string type, ReadOnlyMemory<byte> body)
    {
        response.ContentType = type;
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
