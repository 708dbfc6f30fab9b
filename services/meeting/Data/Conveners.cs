using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

/// <summary>Agencies as the meeting rules look at them.</summary>
static class Conveners
{
    /// <summary>An agency with its kind, as far as the directory knows it.</summary>
    public static Convener ConvenerOf(this StaffDirectory directory, AgencyId agency) =>
        new(agency, directory.Current.Agencies.GetValueOrDefault(agency)?.Kind);
}
