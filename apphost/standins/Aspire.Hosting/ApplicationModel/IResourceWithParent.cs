namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource inside another, such as a database of a server.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource this one lies in.</summary>
    IResource Parent { get; }
}

/// <summary>A resource inside another of a known type.</summary>
/// <typeparam name="T">The type of the parent.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent where T : IResource
{
    /// <summary>The resource this one lies in.</summary>
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}
