using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.TestKit.Access;

/// <summary>One operation of the access table.</summary>
/// <param name="Operation">Service and method, such as <c>IntakeService.GetCase</c>.</param>
/// <param name="Roles">Who may call it.</param>
/// <param name="Purpose">Whether it needs a purpose.</param>
/// <param name="Rows">Word for whose rows it reaches; <see cref="AccessTable.Standings"/> says what it means.</param>
/// <param name="Record">What goes on record.</param>
public sealed record AccessRow(string Operation, IReadOnlySet<Role> Roles, bool Purpose, string Rows, Audit Record);
