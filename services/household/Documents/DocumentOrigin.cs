namespace Tsunagu.Households.Documents;

/// <summary>Where the first version of a document comes from.</summary>
/// <param name="Principal">Program that puts it in force; row-level security knows it by this name.</param>
/// <param name="Path">File that comes with the program.</param>
sealed record DocumentOrigin(string Principal, string Path);
