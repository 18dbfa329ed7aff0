namespace Writ.Typesetting;

/// <summary>The built-in style sheet.</summary>
internal static class DefaultStyles
{
    // GB/T 9704-2012, 5: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm with 22 lines of 28 characters in 3号 (16 pt). Twenty-eight of
    // them are 448 pt and the type area has 442.2 pt, hence the letter spacing of -0.207 pt.
    internal const string Text = """
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        writ { font-family: fangsong; font-size: 三号; line-height: 28.95pt; letter-spacing: -0.207pt; text-align: justify;
               text-indent: 2em; grid: on; widows: 2; orphans: 2; hanging: off; }
        h1 { font-family: title; font-size: 二号; line-height: 34pt; letter-spacing: 0pt; text-align: center; text-indent: 0pt;
             margin-bottom: 12pt; break-after: avoid; break-inside: avoid; }
        h2 { font-family: hei; break-after: avoid; }
        h3 { font-family: kai; break-after: avoid; }
        ul, ol { margin-left: 2em; }
        li, turn, attachments, seal { text-indent: 0pt; }
        turn { padding-left: 2em; }
        attachments { margin: 1em 0pt 0pt 2em; }
        seal { width: 42mm; height: 42mm; text-align: center; }
        hr { border-top: 0.75pt solid; margin: 4pt 0pt; }
        rest { text-indent: 2em; }
        table { margin: 4pt 0pt; }
        th, td { font-size: 小四; line-height: 18pt; letter-spacing: 0pt; text-indent: 0pt; grid: off; border: 0.5pt solid;
                 padding: 3pt 4pt; vertical-align: middle; text-align: left; min-height: 26pt; }
        th { text-align: center; }
        page-header, page-footer { font-family: song; font-size: 四号; line-height: 22pt; letter-spacing: 0pt; text-indent: 0pt;
                                   text-align: center; grid: off; margin: 3.1mm 0pt; }
        slot { width: 90pt; height: 24pt; border-bottom: 0.5pt solid; }
        fill { min-width: 4em; text-decoration: underline; }
        qr { width: 20mm; }
        """;
}
