using Tsunagu.ServiceDefaults.Granting;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>Which records of this service grants may open.</summary>
static class GrantSetup
{
    public const string Consultation = "consultation";
    public const string Case = "case";

    public static void Configure(GrantBuilder grants) => grants
        .Resource(
            Consultation, "consultations", "agency_id", Wire.Consultation.Descriptor,
            "select id, case_id from consultations where id = $1",
            breakable: true)
        .Resource(
            Case, "cases", "agency_id", Wire.Case.Descriptor,
            "select consultation_id, id from cases where id = $1",
            breakable: true)
        .Meetings();
}
