namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>How messages are written and read as JSON.</summary>
public sealed class GrpcJsonSettings
{
    /// <summary>Whether fields with their default value are left out; by default they are written.</summary>
    public bool IgnoreDefaultValues { get; set; }

    /// <summary>Whether enum values are written as numbers; names by default.</summary>
    public bool WriteEnumsAsIntegers { get; set; }

    /// <summary>Whether 64-bit integers are written as strings, as proto3 JSON has it; numbers by default.</summary>
    public bool WriteInt64sAsStrings { get; set; }

    /// <summary>Whether JSON is indented.</summary>
    public bool WriteIndented { get; set; }
}
