namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value made from other values.</summary>
public interface IValueWithReferences
{
    /// <summary>What it is made from.</summary>
    IEnumerable<object> References { get; }
}
