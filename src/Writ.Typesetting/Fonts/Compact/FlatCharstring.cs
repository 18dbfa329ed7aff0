namespace Writ.Typesetting;

/// <summary>
/// A charstring that stands alone: no subroutine calls, no arithmetic, no width. It draws what the original draws, with the same
/// operators and operands, and ends with endchar.
/// </summary>
/// <param name="Width">What the charstring adds to its font's nominal width, in 1/65536; null means the default width.</param>
internal readonly record struct FlatCharstring(ReadOnlyMemory<byte> Program, long? Width);
