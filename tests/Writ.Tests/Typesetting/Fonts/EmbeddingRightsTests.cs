using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>OpenType, OS/2, fsType: what a face's maker allows.</summary>
public sealed class EmbeddingRightsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    // Old faces set several bits; the least restrictive holds.
    [InlineData(6)]
    [InlineData(0x100)]
    public void Faces_that_may_be_embedded_open(int fsType) => Assert.Equal(fsType, FontFace.Open(SyntheticFont.WithRights(fsType), 0, "synthetic").FsType);

    [Theory]
    [InlineData(2, "forbids embedding")]
    [InlineData(0x200, "bitmaps only")]
    [InlineData(0x208, "bitmaps only")]
    public void Faces_that_may_not_are_refused(int fsType, string reason)
    {
        FontFormatException refused = Assert.Throws<FontFormatException>(() => FontFace.Open(SyntheticFont.WithRights(fsType), 0, "synthetic"));
        Assert.Equal("OS/2", refused.Table);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
