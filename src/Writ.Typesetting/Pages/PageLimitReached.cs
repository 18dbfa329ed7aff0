namespace Writ.Typesetting;

/// <summary>Laying stops: the manuscript needs more pages than allowed. Becomes the problem too-many-pages at the door.</summary>
internal sealed class PageLimitReached : Exception;
