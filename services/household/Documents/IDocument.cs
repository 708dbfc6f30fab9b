namespace Tsunagu.Households.Documents;

/// <summary>A document that staff edit and the program reads.</summary>
/// <typeparam name="TSelf">The document.</typeparam>
interface IDocument<TSelf>
    where TSelf : IDocument<TSelf>
{
    /// <summary>Reads one.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not one.</exception>
    static abstract TSelf Parse(string json);

    /// <summary>Its text, without what it does not ask.</summary>
    string ToJson();
}
