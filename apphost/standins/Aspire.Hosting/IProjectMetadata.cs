namespace Aspire.Hosting;

/// <summary>Metadata of a project resource; the app host SDK generates one class for each project reference.</summary>
public interface IProjectMetadata : ApplicationModel.IResourceAnnotation
{
    /// <summary>The full path of the project file.</summary>
    string ProjectPath { get; }
}
