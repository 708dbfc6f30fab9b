namespace Tsunagu.Households.Documents;

/// <summary>Adds documents that staff edit.</summary>
static class DocumentSetup
{
    /// <summary>Adds a <see cref="VersionedDocument{TDocument}"/> with its first version.</summary>
    public static void AddDocument<TDocument>(this IServiceCollection services, DocumentOrigin origin)
        where TDocument : IDocument<TDocument>
    {
        services.AddSingleton<VersionedDocument<TDocument>>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<DocumentStart<TDocument>>(provider, origin));
    }
}
