namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>A stretch of a path template: a variable with its pattern, a <c>*</c> that stands alone, or text.</summary>
readonly record struct TemplatePart(string? Field, string Pattern)
{
    public static IEnumerable<TemplatePart> Of(string template)
    {
        while (template.Length > 0)
        {
            var open = template.IndexOfAny(['{', '*']);
            if (open != 0)
            {
                var text = open < 0 ? template : template[..open];
                yield return new(null, text);
                template = template[text.Length..];
            }
            else if (template[0] == '*')
            {
                yield return new(null, "*");
                template = template[1..];
            }
            else
            {
                var close = template.IndexOf('}', StringComparison.Ordinal);
                var parts = template[1..close].Split('=', 2);
                yield return new(parts[0], parts.Length == 2 ? parts[1] : "*");
                template = template[(close + 1)..];
            }
        }
    }
}
