using System.Globalization;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Where in a message the reader is, such as <c>inner.tags[2]</c>. Keys of maps are left out: they came from the caller.</summary>
sealed class FieldTrail
{
    readonly List<(string? Name, int Index)> steps = [];

    internal void Enter(string name) => steps.Add((name, 0));

    internal void EnterElement() => steps.Add((null, -1));

    /// <summary>Goes on to the next element of the list.</summary>
    internal void Next() => steps[^1] = (null, steps[^1].Index + 1);

    internal void Leave() => steps.RemoveAt(steps.Count - 1);

    public override string ToString() => string.Concat(steps.Select((step, at) => step switch
    {
        ({ } name, _) => at > 0 ? $".{name}" : name,
        (null, var index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]"),
    }));
}

/// <summary>A value does not fit its field; the message says, to go after the field's name, what the field takes.</summary>
sealed class UnfitException(string problem) : Exception(problem);
