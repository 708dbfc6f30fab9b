using Tsunagu.Contracts.Options.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Contract;

public sealed class AccessTests
{
    /// <summary>The access table, reviewed as text: a flipped role, purpose or row rule shows as a difference.</summary>
    [Fact]
    public void AccessTable_MatchesTheReviewedOne() =>
        Baseline.Matches("access.txt", ContractFiles.Methods.Select(method =>
        {
            var access = Suite.Access(method);
            return $"{method.FullName}: {string.Join(' ', access.Roles.Select(role => role.ToString()))}; rows {access.Rows}; "
                + $"purpose {(access.PurposeRequired ? "required" : "free")}; audit {access.Audit}"
                + (access.Subjects.Count > 0 ? " of " + string.Join(' ', access.Subjects.Select(Describe)) : "");
        }));

    static string Describe(AuditSubject subject)
    {
        var kind = subject.KindField.Length > 0 ? $"{{{subject.KindField}}}" : subject.Kind;
        return subject.FieldCase == AuditSubject.FieldOneofCase.Request ? $"{kind}<{subject.Request}" : $"{kind}>{subject.Response}";
    }

    [Fact]
    public void EveryMethod_NamesRolesRowsAndAudit() =>
        Assert.Empty(ContractFiles.Methods.Where(method =>
        {
            var access = Suite.Access(method);
            return access.Roles.Count == 0 || access.Roles.Contains(Role.Unspecified)
                || access.Rows == RowRule.Unspecified || access.Audit == Audit.Unspecified;
        }).Select(method => method.FullName));
}
