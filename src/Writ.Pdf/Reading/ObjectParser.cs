namespace Writ.Pdf;

/// <summary>Reads objects (ISO 32000-2, 7.3) from bytes. Spans of values are noted when the bytes are those of the file.</summary>
internal ref struct ObjectParser
{
    private readonly NameTable names;
    private readonly int deepest;
    private readonly bool inFile;
    private Lexer lexer;

    /// <param name="inFile">False for the content of an object stream: its offsets are not offsets in the file.</param>
    public ObjectParser(ReadOnlySpan<byte> bytes, int position, NameTable names, int deepest, bool inFile)
    {
        this.names = names;
        this.deepest = deepest;
        this.inFile = inFile;
        lexer = new Lexer(bytes, position);
    }

    /// <summary>Undoes the encryption of strings; null for files in clear.</summary>
    public ObjectCipher? Cipher { get; init; }

    /// <summary>Where each dictionary with repeated keys begins.</summary>
    public List<int>? Duplicates { get; private set; }

    public int Position { readonly get => lexer.Position; set => lexer.Position = value; }

    public readonly Token Peek() => lexer.Peek();
    public Token Next() => lexer.Next();
    public readonly bool Is(Token token, ReadOnlySpan<byte> keyword) => lexer.Is(token, keyword);

    public PdfObject Read() => Read(lexer.Next(), 0);

    /// <summary>A token that must be an integer of this range.</summary>
    public int Integer(int least, int most, string clause)
    {
        var token = lexer.Next();
        return token.Kind == TokenKind.Integer && token.Integer >= least && token.Integer <= most
            ? (int)token.Integer
            : throw Lexer.Fault(token.Start, clause, "An integer is expected, or is out of range");
    }

    public void Keyword(ReadOnlySpan<byte> keyword, string clause)
    {
        var token = lexer.Next();
        if (!lexer.Is(token, keyword)) throw Lexer.Fault(token.Start, clause, $"The keyword {System.Text.Encoding.ASCII.GetString(keyword)} is expected");
    }

    private PdfObject Read(Token token, int depth)
    {
        if (depth > deepest) throw new PdfFormatException(token.Start, "PdfLimits.Depth", "Objects nest too deeply");
        switch (token.Kind)
        {
            case TokenKind.Integer: return Reference(token) ?? (PdfObject)new PdfInteger(token.Integer);
            case TokenKind.Real: return new PdfReal(token.Real);
            case TokenKind.Name: return names.Get(lexer.Bytes[(token.Start + 1)..token.End]);
            case TokenKind.LiteralString: return Text(StringReading.Literal(lexer.Bytes[token.Start..token.End]), hexadecimal: false);
            case TokenKind.HexadecimalString: return Text(StringReading.Hexadecimal(lexer.Bytes[token.Start..token.End], token.Start), hexadecimal: true);
            case TokenKind.ArrayOpen: return Array(depth);
            case TokenKind.DictionaryOpen: return Dictionary(token.Start, depth);
            case TokenKind.Keyword when lexer.Is(token, "true"u8): return PdfBoolean.True;
            case TokenKind.Keyword when lexer.Is(token, "false"u8): return PdfBoolean.False;
            case TokenKind.Keyword when lexer.Is(token, "null"u8): return PdfNull.Instance;
            default: throw Lexer.Fault(token.Start, "7.3.1", "An object is expected");
        }
    }

    // 7.3.10: two integers and the keyword R. Looking ahead fails only where no digit follows.
    private PdfReference? Reference(Token number)
    {
        if (number.Integer is < 0 or > int.MaxValue) return null;
        var back = lexer.Position;
        lexer.SkipBlank();
        if (lexer.Position < lexer.Bytes.Length && Characters.IsDigit(lexer.Bytes[lexer.Position]))
        {
            var generation = lexer.Next();
            lexer.SkipBlank();
            if (generation is { Kind: TokenKind.Integer, Integer: <= 65535 } && lexer.Position < lexer.Bytes.Length && lexer.Bytes[lexer.Position] == 'R'
                && lexer.Is(lexer.Next(), "R"u8))
                return new PdfReference((int)number.Integer, (int)generation.Integer);
        }
        lexer.Position = back;
        return null;
    }

    private PdfString Text(byte[] bytes, bool hexadecimal) => new(Cipher is null ? bytes : Cipher.DecryptString(bytes), hexadecimal);

    private PdfArray Array(int depth)
    {
        var items = new List<PdfObject>();
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.ArrayClose) return PdfArray.Own([.. items]);
            items.Add(Read(token, depth + 1));
        }
    }

    private PdfDictionary Dictionary(int start, int depth)
    {
        var entries = new List<PdfEntry>();
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.DictionaryClose) break;
            // 7.3.7: keys are names.
            if (token.Kind != TokenKind.Name) throw Lexer.Fault(token.Start, "7.3.7", "A dictionary key is expected");
            var key = names.Get(lexer.Bytes[(token.Start + 1)..token.End]).Value;
            var first = lexer.Next();
            var value = Cipher is not null && key == "Contents" ? Encrypted(first) ?? Read(first, depth + 1) : Read(first, depth + 1);
            entries.Add(new PdfEntry(key, value, inFile ? new PdfSpan(first.Start, lexer.Position) : PdfSpan.None));
        }
        if (Cipher is not null && !entries.Exists(e => e.Key == "ByteRange")) Decrypt(entries, Cipher);
        var dictionary = PdfDictionary.Read([.. entries]);
        if (dictionary.DuplicateKeys.Count > 0) (Duplicates ??= []).Add(start);
        return dictionary;
    }

    // 7.6.2: the /Contents of a signature dictionary is never encrypted; which dictionary it is shows only at its end.
    private readonly PdfString? Encrypted(Token token) => token.Kind switch
    {
        TokenKind.LiteralString => new PdfString(StringReading.Literal(lexer.Bytes[token.Start..token.End])),
        TokenKind.HexadecimalString => new PdfString(StringReading.Hexadecimal(lexer.Bytes[token.Start..token.End], token.Start), hexadecimal: true),
        _ => null,
    };

    private static void Decrypt(List<PdfEntry> entries, ObjectCipher cipher)
    {
        for (var i = 0; i < entries.Count; i++)
            if (entries[i] is { Key: "Contents", Value: PdfString text })
                entries[i] = entries[i] with { Value = new PdfString(cipher.DecryptString(text.Bytes.ToArray()), text.Hexadecimal) };
    }
}
