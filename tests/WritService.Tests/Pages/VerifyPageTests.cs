using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace WritService.Tests.Pages;

/// <summary>The page for judges in a real browser: the answer, its languages, what was sealed beside what is there now, and what can be kept of it.</summary>
[Collection(BrowserGroup.Name)]
public sealed class VerifyPageTests(Browser browser)
{
    [BrowserFact]
    public async Task A_sealed_writ_is_answered_in_Chinese_and_in_English_when_asked()
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync();
        await ExamineAsync(page, await browser.Client.IssueAsync());
        string answer = await page.Locator("#answer").InnerTextAsync();
        Assert.Contains("核验通过", answer);
        Assert.DoesNotContain("Verification report", answer);
        await page.ClickAsync("[data-language=en]");
        Assert.Contains("Verification report", await page.Locator("#answer").InnerTextAsync());
        await Assertions.Expect(page.Locator("#shown-state")).ToContainTextAsync("Nothing was appended");

        IDownload saved = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#save-json"));
        Assert.Equal("询问笔录.核验报告.json", saved.SuggestedFilename);
        Assert.Equal("passed", JsonElement.Parse(await File.ReadAllTextAsync((await saved.PathAsync())!)).GetProperty("verdict").GetString());
        saved = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#save-pdf"));
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync((await saved.PathAsync())!, Encoding.Latin1));
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task What_was_recorded_after_the_seal_is_marked_beside_what_was_sealed()
    {
        (IPage page, List<string> complaints) = await browser.OpenAsync(390, 844);
        byte[] document = await browser.Client.IssueAsync();
        const string Refusal = """
            {"act":"refusal","slots":["person"],"person":{"name":"王海涛"},"at":"{0}","reason":"认为记录与本人陈述不符","noWitness":"询问在办案场所进行，无其他人员在场",
             "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}]}
            """;
        HttpResponseMessage answer = await browser.Client.PostAsync("/v1/documents/attest", new MultipartFormDataContent
        {
            { new ByteArrayContent(document) { Headers = { ContentType = new("application/pdf") } }, "document" },
            { new StringContent(Refusal.Replace("{0}", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")), Encoding.UTF8, "application/json"), "attestation" },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await ExamineAsync(page, await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("拒签", await page.Locator("#answer").InnerTextAsync());
        await Assertions.Expect(page.Locator("#difference")).ToContainTextAsync("看起来与签章之时不同");
        Assert.NotEqual(0, await page.Locator("#marks div").CountAsync());
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_tampered_writ_and_a_file_that_is_none_are_told_apart()
    {
        (IPage page, _) = await browser.OpenAsync();
        byte[] document = await browser.Client.IssueAsync();
        document[document.AsSpan().IndexOf("WritService"u8)]++;
        await ExamineAsync(page, document);
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("核验不通过");
        await ExamineAsync(page, "%PDF-1.7\nnothing"u8.ToArray());
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("文件无法安全读取");
        await Assertions.Expect(page.Locator("#shown-state")).ToContainTextAsync("无法显示");
    }

    private async Task ExamineAsync(IPage page, byte[] document)
    {
        await page.GotoAsync($"{browser.Address}/verify");
        await page.SetInputFilesAsync("#pick", Desk.File(document));
        await Assertions.Expect(page.Locator("#tools")).ToBeVisibleAsync();
    }
}
