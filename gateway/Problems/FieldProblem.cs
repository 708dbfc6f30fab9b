namespace Tsunagu.Gateway.Problems;

/// <summary>What is wrong with one field, by its JSON path.</summary>
sealed record FieldProblem(string Field, string Detail);
