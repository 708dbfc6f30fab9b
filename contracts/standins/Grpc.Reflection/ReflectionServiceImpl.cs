using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;

namespace Grpc.Reflection;

/// <summary>Answers questions on what a server offers.</summary>
public class ReflectionServiceImpl : ServerReflection.ServerReflectionBase
{
    readonly List<string> services;
    readonly SymbolRegistry registry;

    /// <summary>Lists services by name; files come from the registry.</summary>
    public ReflectionServiceImpl(IEnumerable<string> services, SymbolRegistry symbolRegistry)
    {
        this.services = [.. services];
        registry = symbolRegistry;
    }

    /// <summary>Tells of the given services.</summary>
    public ReflectionServiceImpl(IEnumerable<ServiceDescriptor> serviceDescriptors)
    {
        ServiceDescriptor[] all = [.. serviceDescriptors];
        services = [.. all.Select(service => service.FullName)];
        registry = SymbolRegistry.FromFiles(all.Select(service => service.File));
    }

    /// <summary>Tells of the given services.</summary>
    public ReflectionServiceImpl(params ServiceDescriptor[] serviceDescriptors)
        : this((IEnumerable<ServiceDescriptor>)serviceDescriptors)
    {
    }

    /// <inheritdoc />
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        ArgumentNullException.ThrowIfNull(responseStream);
        while (await requestStream.MoveNext(CancellationToken.None))
            await responseStream.WriteAsync(Answer(requestStream.Current));
    }

    internal ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var answer = request.MessageRequestCase switch
        {
            ServerReflectionRequest.MessageRequestOneofCase.FileByFilename => FileAnswer(registry.FileByName(request.FileByFilename), "File not found."),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol =>
                FileAnswer(registry.FileContainingSymbol(request.FileContainingSymbol), "Symbol not found."),
            ServerReflectionRequest.MessageRequestOneofCase.ListServices => new ServerReflectionResponse
            {
                ListServicesResponse = new ListServiceResponse { Service = { services.Select(name => new ServiceResponse { Name = name }) } },
            },
            _ => Error(StatusCode.Unimplemented, "Request type not supported by this reflection service."),
        };
        answer.ValidHost = request.Host;
        answer.OriginalRequest = request;
        return answer;
    }

    static ServerReflectionResponse FileAnswer(FileDescriptor? file, string absent) => file is null
        ? Error(StatusCode.NotFound, absent)
        : new ServerReflectionResponse
        {
            FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { WithImports(file, []).Select(one => one.SerializedData) } },
        };

    // Keeps the order in which the files were found: the one asked for comes first.
    static List<FileDescriptor> WithImports(FileDescriptor file, List<FileDescriptor> found)
    {
        if (found.Contains(file))
            return found;
        found.Add(file);
        foreach (var imported in file.Dependencies)
            WithImports(imported, found);
        return found;
    }

    static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
