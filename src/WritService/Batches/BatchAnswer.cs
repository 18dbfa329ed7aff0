using WritService.Problems;
using WritService.Render;

namespace WritService.Batches;

/// <summary>One line of the answer: what came of one line of the batch, or how far the batch is.</summary>
/// <param name="Line">Number of the line, from 1; absent in progress lines.</param>
/// <param name="Id">The caller's name for it, where the line could be read.</param>
/// <param name="Status">The status the writ would have had as a request of its own.</param>
/// <param name="Document">The PDF.</param>
/// <param name="Receipt">What the document is.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Progress">Now and then, and at the end: how far the batch is.</param>
internal sealed record BatchAnswer(int? Line, string? Id, int? Status, byte[]? Document, DocumentReceipt? Receipt, ProblemBody? Problem, BatchProgress? Progress);

/// <summary>How far a batch is.</summary>
/// <param name="At">The clock of the whole batch; post it again with what was not answered, and the documents are the same.</param>
/// <param name="Answered">Lines answered so far.</param>
/// <param name="Failed">Of them, those with a problem.</param>
/// <param name="Done">The last line: everything was answered.</param>
internal sealed record BatchProgress(DateTimeOffset At, int Answered, int Failed, bool Done);
