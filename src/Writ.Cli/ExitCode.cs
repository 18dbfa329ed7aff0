namespace Writ.Cli;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>The check, the rendering or the verification failed.</summary>
    public const int Failed = 1;

    /// <summary>Neither passed nor failed: something needed for the verdict is missing.</summary>
    public const int Indeterminate = 2;

    /// <summary>The command line, a file or the installation cannot be used.</summary>
    public const int Unusable = 3;
}
