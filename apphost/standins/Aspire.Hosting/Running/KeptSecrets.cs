using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

/// <summary>Generated values, kept with the data so that the next start finds them.</summary>
sealed class KeptSecrets(DataFolder folder)
{
    readonly Lock _gate = new();

    public static KeptSecrets Of(IDistributedApplicationBuilder builder) =>
        builder.Services.Select(service => service.ImplementationInstance).OfType<KeptSecrets>().Single();

    public string GetOrAdd(string name, Func<string> make)
    {
        lock (_gate)
        {
            folder.Make();
            var path = folder.Path("secrets.json");
            var values = File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path)) ?? [] : [];
            if (values.TryGetValue(name, out var kept))
                return kept;
            values[name] = make();
            // Written beside and renamed: an interrupted write must not lose the passwords of existing data.
            var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using (var writer = new StreamWriter(path + ".new", create))
                writer.Write(JsonSerializer.Serialize(values));
            File.Move(path + ".new", path, overwrite: true);
            return values[name];
        }
    }
}
