using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>One act on record: ids and codes only.</summary>
/// <param name="Id">Its own id, so that two like acts are two leaves.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Service">Service that did it.</param>
/// <param name="Method">Full name of the RPC.</param>
/// <param name="Staff">Who.</param>
/// <param name="Agency">For which agency; empty for a program.</param>
/// <param name="Purpose">Purpose code, or empty.</param>
/// <param name="Bases">On which ground, see <see cref="AuditBasis"/>; none for a refusal.</param>
/// <param name="Outcome"><c>OK</c>, <c>REPEATED</c>, or the code of a refusal.</param>
/// <param name="Subjects">Records it was about, as <c>kind:id</c>, sorted.</param>
sealed record AuditLeaf(
    Guid Id,
    DateTimeOffset At,
    string Service,
    string Method,
    string Staff,
    string Agency,
    string Purpose,
    IReadOnlyList<string> Bases,
    string Outcome,
    IReadOnlyList<string> Subjects)
{
    public const string Ok = "OK";
    public const string Repeated = "REPEATED";

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A leaf of a call.</summary>
    public static AuditLeaf Of(
        string service, string method, Caller caller, DateTimeOffset at, IReadOnlyList<string> bases, string outcome, IReadOnlyList<string> subjects) => new(
        Guid.CreateVersion7(at),
        at.ToUniversalTime(),
        service,
        method,
        caller.Staff.Value,
        caller.Agency.Value,
        caller.Purpose ?? "",
        bases,
        outcome,
        subjects);

    /// <summary>The text that is hashed: JSON with these members in this order, no spaces.</summary>
    public string Body()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            json.WriteString("at", At.UtcDateTime);
            json.WriteString("service", Service);
            json.WriteString("method", Method);
            json.WriteString("staff", Staff);
            json.WriteString("agency", Agency);
            json.WriteString("purpose", Purpose);
            Write(json, "bases", Bases);
            json.WriteString("outcome", Outcome);
            Write(json, "subjects", Subjects);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
