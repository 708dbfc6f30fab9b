using Google.Protobuf;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>What a door answered: messages, or a refusal.</summary>
sealed record Answer(IReadOnlyList<IMessage> Messages, Refused? Refused)
{
    public bool Equals(Answer? other) => other is not null && Refused == other.Refused && Messages.SequenceEqual(other.Messages);

    public override int GetHashCode() => HashCode.Combine(Messages.Count, Refused);

    public override string ToString() => Refused?.ToString() ?? string.Join('\n', Messages.Select(message => JsonFormatter.Default.Format(message)));
}

/// <summary>A refusal, in the terms of both doors.</summary>
/// <param name="HttpStatus">As REST has it; of a gRPC code the status that stands for it.</param>
/// <param name="Code">Stable code: <c>code</c> of the problem, reason of the error info.</param>
/// <param name="Detail">Words for the caller.</param>
/// <param name="Fields">Fields and what is wrong with each, a line each.</param>
sealed record Refused(int HttpStatus, string Code, string Detail, string Fields)
{
    /// <summary>Whether there was a trace to ask about; its id is another each time.</summary>
    public bool Traced { get; init; }
}
