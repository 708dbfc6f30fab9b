using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>What a search asks for; several criteria must hold together, and none of them finds everything.</summary>
sealed record ConsultationCriteria(
    string? Name, string? Kana, Issue? Issue, SubjectState? SubjectState, DateTimeOffset? From, DateTimeOffset? Before, ResidentId? Resident)
{
    public static ConsultationCriteria Parse(Wire.SearchConsultationsRequest request) => new(
        ParseText(request.Name, "name"),
        ParseText(request.Kana, "kana"),
        FieldParser.ChoiceOrNull<Issue>((int)request.Issue, "issue"),
        FieldParser.ChoiceOrNull<SubjectState>((int)request.SubjectState, "subject_state"),
        FieldParser.TimeOrNull(request.ReceivedFrom, "received_from"),
        FieldParser.TimeOrNull(request.ReceivedBefore, "received_before"),
        IntakeWire.ParseResidentId(request.ResidentId));

    public IQueryable<Consultation> Apply(IQueryable<Consultation> consultations)
    {
        if (Name is not null) consultations = consultations.Where(c => c.SearchName.Contains(Name));
        // A name may have been taken down in kana alone.
        if (Kana is not null) consultations = consultations.Where(c => c.SearchKana.Contains(Kana) || c.SearchName.Contains(Kana));
        if (Issue is { } issue) consultations = consultations.Where(c => c.Issues.Contains(issue));
        if (SubjectState is { } state) consultations = consultations.Where(c => (c.Resident != null) == (state == Domain.SubjectState.Linked));
        if (From is { } from) consultations = consultations.Where(c => c.ReceivedAt >= from);
        if (Before is { } before) consultations = consultations.Where(c => c.ReceivedAt < before);
        if (Resident is { } resident) consultations = consultations.Where(c => c.Resident == resident);
        return consultations;
    }

    static string? ParseText(string value, string field)
    {
        if (PersonWire.Optional(value, field, 100) is not { } text) return null;
        return SearchText.Fold(text) is { Length: > 0 } folded ? folded : throw WireErrors.Field(field, "検索できる文字を入力してください。");
    }
}
