namespace WritService.Tests.Pages;

/// <summary>A fact in a real browser; where Debian's Chromium or pdf.js is absent it is skipped, and says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Lacking;
}

/// <summary>The same for several cases.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Lacking;
}
