using System.Diagnostics;
using System.Globalization;

namespace Writ.Cli;

/// <summary>Pictures of pages, drawn by <c>pdftoppm</c> (poppler), an outside tool.</summary>
internal static class PagePictures
{
    private const int Resolution = 70;

    /// <summary>Draws every page of a document into <paramref name="folder"/> as <c>NAME-1.png</c> …</summary>
    /// <returns>The file names in page order; null when the tool is not installed.</returns>
    /// <exception cref="IOException">The tool cannot draw the document.</exception>
    public static IReadOnlyList<string>? Draw(ReadOnlyMemory<byte> pdf, string folder, string name)
    {
        string document = Path.Combine(folder, name + ".pdf");
        File.WriteAllBytes(document, pdf.Span);
        try
        {
            using Process tool = Process.Start(new ProcessStartInfo("pdftoppm",
                ["-r", Resolution.ToString(CultureInfo.InvariantCulture), "-png", document, Path.Combine(folder, name)]) { RedirectStandardError = true })!;
            string errors = tool.StandardError.ReadToEnd();
            tool.WaitForExit();
            if (tool.ExitCode != 0)
                throw new IOException($"pdftoppm: {errors}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed: the caller says so.
            return null;
        }
        // pdftoppm pads page numbers to one width, so their order is that of the names.
        return [.. Directory.EnumerateFiles(folder, name + "-*.png").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
    }
}
