using System.ComponentModel.DataAnnotations;

namespace Tsunagu.Households.Protections;

/// <summary>What a city decides about protective measures.</summary>
sealed class ProtectionOptions
{
    public const string Section = "Protections";

    /// <summary>How long a reveal is open, 1 to 480 minutes.</summary>
    [Range(1, 480)]
    public int RevealMinutes { get; set; } = 30;

    /// <summary>Code of the department that decides about measures, and is told which are due; all managers of the city are while it is empty.</summary>
    [RegularExpression("^[A-Za-z0-9._:-]{0,100}$")]
    public string DeskAgency { get; set; } = "";

    /// <summary>Hour of Japan from which the day's look at what is due is made, 0 to 23.</summary>
    [Range(0, 23)]
    public int WatchHour { get; set; } = 8;
}
