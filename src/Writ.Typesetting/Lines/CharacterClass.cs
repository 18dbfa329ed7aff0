namespace Writ.Typesetting;

/// <summary>How a character behaves at the ends of lines and beside its neighbours. Names of classes after W3C clreq where it has one.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Han and everything else that is set like it: kana, full-width forms, symbols.</summary>
    Han,

    /// <summary>Opening brackets and quotes, full-width or not: never at a line's end.</summary>
    Open,

    /// <summary>Closing brackets and quotes: never at a line's start.</summary>
    Close,

    /// <summary>。，、；：！？: never at a line's start.</summary>
    Stop,

    /// <summary>间隔号: never at a line's start.</summary>
    Middle,

    /// <summary>连接号 and their like (~ – ー 々): never at a line's start.</summary>
    NotAtStart,

    /// <summary>— : two of them are one 破折号.</summary>
    Dash,

    /// <summary>… : two of them are one 省略号.</summary>
    Ellipsis,

    /// <summary>% ‰ ℃ °: stay with the number before.</summary>
    Postfix,

    /// <summary>¥ $ №: stay with the number after.</summary>
    Prefix,

    IdeographicSpace,

    // From here on: what stands in Latin words and numbers.
    Letter,
    Digit,
    LatinOpen,
    LatinClose,
    LatinStop,
    Hyphen,
    Slash,
    LatinSymbol,

    Space,
    NoBreakSpace,
    ZeroWidthSpace,
    Object,
    ForcedBreak,
}
