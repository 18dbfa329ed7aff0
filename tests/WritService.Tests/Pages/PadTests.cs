using System.Text.Json;
using Microsoft.Playwright;

namespace WritService.Tests.Pages;

/// <summary>The page for signature tablets, from the ticket to the capture in the document, in a real browser.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PadTests(Browser browser)
{
    private const string Present = """{"noWitness":"询问在办案场所进行，无其他人员在场","officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}]}""";

    [BrowserTheory]
    [InlineData(390, 844, false)]
    [InlineData(1280, 800, true)]
    public async Task A_person_reads_and_signs_and_the_capture_is_recorded(int width, int height, bool sameInk)
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync(width, height);
        byte[] document = await browser.Client.IssueAsync();
        await StartAsync(page, document, await browser.Client.TicketAsync(document, readingSeconds: 1));
        Assert.DoesNotContain("ticket=", page.Url);
        Assert.True(await page.Locator("#to-acting").IsDisabledAsync());
        int pages = await ReadAsync(page);

        await page.ClickAsync("#to-acting");
        if (sameInk)
            await page.CheckAsync("#same-ink");
        int places = await page.Locator("#inks button").CountAsync();
        Assert.Equal((sameInk ? 1 : pages) + 1, places); // and the closing phrase
        for (int place = 0; place < places; place++)
        {
            Assert.True(await page.Locator("#to-sending").IsDisabledAsync());
            await WriteAsync(page);
            await Assertions.Expect(page.Locator("#inks .written")).ToHaveCountAsync(place + 1);
            await page.ClickAsync("#ink-next");
        }
        JsonElement record = await RecordedAsync(page, document);
        Assert.Equal("signature", record.GetProperty("act").GetProperty("act").GetString());
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_person_refuses_by_keyboard_alone()
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync(390, 844);
        byte[] document = await browser.Client.IssueAsync();
        await PrepareAsync(page, document, await browser.Client.TicketAsync(document, readingSeconds: 600));
        await PressAsync(page, "start");
        await PressAsync(page, "to-refusal");
        Assert.True(await page.Locator("#acts button[data-act=signature]").IsDisabledAsync());
        await TabToAsync(page, "reason");
        await page.Keyboard.TypeAsync("认为记录与本人陈述不符");
        await PressAsync(page, "to-sending");
        await PressAsync(page, "send");
        JsonElement record = await CapturedAsync(page, document, Present);
        Assert.Equal("认为记录与本人陈述不符", record.GetProperty("act").GetProperty("reason").GetString());
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_blank_or_a_dot_is_no_signature_and_strokes_can_be_taken_back()
    {
        (IPage page, _) = await browser.OpenAsync();
        byte[] document = await browser.Client.IssueAsync();
        await StartAsync(page, document, await browser.Client.TicketAsync(document));
        await ReadAsync(page);
        await page.ClickAsync("#to-acting");
        await page.CheckAsync("#same-ink");
        await page.ClickAsync("#ink");
        await Assertions.Expect(page.Locator("#ink-state")).ToContainTextAsync("笔迹太少");
        await page.ClickAsync("#ink-undo");
        await Assertions.Expect(page.Locator("#ink-undo")).ToBeDisabledAsync();
        await WriteAsync(page);
        await Assertions.Expect(page.Locator("#inks .written")).ToHaveCountAsync(1);
        await page.ClickAsync("#ink-clear");
        await Assertions.Expect(page.Locator("#inks .written")).ToHaveCountAsync(0);
        Assert.True(await page.Locator("#to-sending").IsDisabledAsync());
    }

    [BrowserFact]
    public async Task A_fingerprint_takes_the_place_of_a_signature()
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync(390, 844);
        byte[] document = await browser.Client.IssueAsync();
        await StartAsync(page, document, await browser.Client.TicketAsync(document));
        await ReadAsync(page);
        await page.ClickAsync("#to-acting");
        await page.ClickAsync("#acts button[data-act=fingerprint]");
        await page.SetInputFilesAsync("#print-file", new FilePayload { Name = "print.png", MimeType = "image/png", Buffer = await PictureAsync(page) });
        await page.FillAsync("#print-reason", "手部有伤，不能书写");
        await page.ClickAsync("#to-sending");
        await page.ClickAsync("#send");
        JsonElement record = await CapturedAsync(page, document, null);
        Assert.Equal("fingerprint", record.GetProperty("act").GetProperty("act").GetString());
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_correction_is_read_before_it_is_signed_and_pressed()
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync(820, 1180);
        byte[] document = await browser.Client.IssueAsync();
        await StartAsync(page, document, await browser.Client.TicketAsync(document, """{"slots":["alteration-1"],"person":{"name":"王海涛"},"readingSeconds":0,"given":{"page":1,"old":"","new":"当日并无其他人员在场"}}"""));
        await ReadAsync(page);
        await page.ClickAsync("#to-acting");
        await WriteAsync(page);
        await page.CheckAsync("#with-print");
        Assert.True(await page.Locator("#to-sending").IsDisabledAsync());
        await page.SetInputFilesAsync("#print-file", new FilePayload { Name = "print.png", MimeType = "image/png", Buffer = await PictureAsync(page) });
        await page.ClickAsync("#to-sending");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("当日并无其他人员在场");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("系补充");
        await page.ClickAsync("#send");
        JsonElement record = await CapturedAsync(page, document, null);
        Assert.StartsWith("sha256:", record.GetProperty("act").GetProperty("fingerprint").GetProperty("image").GetString(), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Another_document_than_the_tickets_is_not_shown_for_signing()
    {
        (IPage page, _) = await browser.OpenAsync();
        byte[] document = await browser.Client.IssueAsync();
        await page.GotoAsync($"{browser.Address}/pad#ticket={await browser.Client.TicketAsync(document)}");
        await page.SetInputFilesAsync("#file", Desk.File([.. document, (byte)'\n']));
        await Assertions.Expect(page.Locator("#file-state")).ToContainTextAsync("不是票据所指的文书");
        Assert.True(await page.Locator("#start").IsDisabledAsync());
    }

    [BrowserFact]
    public async Task What_the_service_refuses_is_said_in_the_language_of_the_page()
    {
        (IPage page, _) = await browser.OpenAsync();
        byte[] document = await browser.Client.IssueAsync();
        string ticket = await browser.Client.TicketAsync(document);
        string forged = ticket[..(ticket.LastIndexOf('.') + 1)] + new string('A', 86);
        await StartAsync(page, document, forged);
        await page.ClickAsync("[data-language=en]");
        await page.ClickAsync("#to-refusal");
        await page.FillAsync("#reason", "no reason given");
        await page.ClickAsync("#to-sending");
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#error")).ToBeVisibleAsync();
        string told = await page.Locator("#error p").InnerTextAsync();
        Assert.Contains("ticket", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(told, character => character >= '\u4e00');
    }

    [BrowserFact]
    public async Task A_page_that_may_hands_over_ticket_and_document_and_is_handed_the_capture()
    {
        (IPage cases, _) = await browser.OpenAsync();
        byte[] document = await browser.Client.IssueAsync();
        await cases.RouteAsync($"{Browser.Cases}/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>cases</title>" }));
        await cases.GotoAsync($"{Browser.Cases}/");
        string handed = await browser.Client.TicketAsync(document);
        IPage pad = await cases.RunAndWaitForPopupAsync(() => cases.EvaluateAsync(
            """
            ({ address, ticket, document }) => {
              addEventListener("message", event => {
                if (event.data.type === "writ-pad-ready") event.source.postMessage({ ticket, document: Uint8Array.from(atob(document), c => c.charCodeAt(0)).buffer }, address);
                if (event.data.type === "writ-capture") window.capture = event.data.capture;
              });
              window.pad = window.open(address + "/pad");
            }
            """, new { address = browser.Address, ticket = handed, document = Convert.ToBase64String(document) }));
        await pad.ClickAsync("#start");
        await pad.ClickAsync("#to-refusal");
        await pad.SelectOptionAsync("#usual", "未说明理由");
        await pad.ClickAsync("#to-sending");
        await pad.ClickAsync("#send");
        await cases.WaitForFunctionAsync("() => window.capture");
        await browser.Client.RecordAsync(document, await cases.EvaluateAsync<string>("() => window.capture"), Present);
    }

    private async Task PrepareAsync(IPage page, byte[] document, string ticket)
    {
        await page.GotoAsync($"{browser.Address}/pad#ticket={ticket}");
        await page.SetInputFilesAsync("#file", Desk.File(document));
        await Assertions.Expect(page.Locator("#start")).ToBeEnabledAsync();
    }

    private async Task StartAsync(IPage page, byte[] document, string ticket)
    {
        await PrepareAsync(page, document, ticket);
        await page.ClickAsync("#start");
    }

    // Every page to its end, then the time; gives the number of pages.
    private static async Task<int> ReadAsync(IPage page)
    {
        int read = 1;
        for (; ; read++)
        {
            await Assertions.Expect(page.Locator("#page-number")).ToContainTextAsync($"{read} / ");
            // Again and again, because a page that is still being drawn has no end yet.
            await page.WaitForFunctionAsync("read => { const sheet = document.getElementById('sheet'), state = document.getElementById('reading-state').textContent; sheet.scrollTo(0, sheet.scrollHeight); return state.includes(`已阅 ${read} 页`) || state.includes('全部页面已阅'); }", read);
            if (await page.Locator("#page-next").IsDisabledAsync())
                break;
            await page.ClickAsync("#page-next");
        }
        await Assertions.Expect(page.Locator("#to-acting")).ToBeEnabledAsync();
        return read;
    }

    private static async Task WriteAsync(IPage page)
    {
        await page.Locator("#ink").ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await page.Locator("#ink").BoundingBoxAsync())!;
        for (int stroke = 0; stroke < 3; stroke++)
        {
            float left = box.X + box.Width * (0.2f + 0.2f * stroke), top = box.Y + box.Height * 0.3f;
            await page.Mouse.MoveAsync(left, top);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(left + box.Width * 0.1f, top + box.Height * 0.35f, new() { Steps = 6 });
            await page.Mouse.MoveAsync(left, top + box.Height * 0.35f, new() { Steps = 4 });
            await page.Mouse.UpAsync();
        }
    }

    private async Task<JsonElement> RecordedAsync(IPage page, byte[] document)
    {
        await page.ClickAsync("#to-sending");
        await page.ClickAsync("#send");
        return await CapturedAsync(page, document, null);
    }

    // What the page hands over is recorded in the document it was made on, and the seals hold.
    private async Task<JsonElement> CapturedAsync(IPage page, byte[] document, string? completion)
    {
        await page.WaitForFunctionAsync("() => !document.getElementById('done').hidden || !document.getElementById('error').hidden");
        Assert.True(await page.Locator("#done").IsVisibleAsync(), await page.Locator("#error").InnerTextAsync());
        byte[] recorded = await browser.Client.RecordAsync(document, await page.Locator("#capture").InputValueAsync(), completion);
        Assert.True(recorded.AsSpan().StartsWith(document));
        return (await browser.Client.InspectAsync(recorded)).GetProperty("acts")[0].GetProperty("record");
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (int tries = 0; tries < 40 && await page.EvaluateAsync<string>("() => document.activeElement.id") != id; tries++)
            await page.Keyboard.PressAsync("Tab");
        Assert.Equal(id, await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    private static async Task PressAsync(IPage page, string id)
    {
        await Assertions.Expect(page.Locator($"#{id}")).ToBeVisibleAsync();
        await TabToAsync(page, id);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task<byte[]> PictureAsync(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        () => {
          const canvas = document.createElement("canvas"), context = canvas.getContext("2d");
          canvas.width = 120; canvas.height = 160;
          context.fillStyle = "#fff"; context.fillRect(0, 0, 120, 160);
          for (let r = 6; r < 60; r += 8) { context.beginPath(); context.ellipse(60, 80, r * 0.8, r, 0, 0, 6.3); context.stroke(); }
          return canvas.toDataURL("image/png").split(",")[1];
        }
        """));
}
