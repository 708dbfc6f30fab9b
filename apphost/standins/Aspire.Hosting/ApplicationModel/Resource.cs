using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Base of resources.</summary>
/// <param name="name">The unique name; it is part of environment variables, so keep to letters, digits and dashes.</param>
[DebuggerDisplay("{Name}")]
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc/>
    public virtual string Name { get; } = Checked(name);

    /// <inheritdoc/>
    public virtual ResourceAnnotationCollection Annotations { get; } = [];

    static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
