using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

sealed class ResourceCollection : Collection<IResource>, IResourceCollection;
