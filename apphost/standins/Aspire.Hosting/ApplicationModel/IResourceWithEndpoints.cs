namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that answers at endpoints.</summary>
public interface IResourceWithEndpoints : IResource;
