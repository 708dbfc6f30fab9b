namespace Grpc.Core;

/// <summary>Credentials that each call carries, such as a token in a header.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    internal abstract IEnumerable<AsyncAuthInterceptor> Interceptors { get; }

    /// <summary>All of <paramref name="credentials"/>, in order.</summary>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Length > 1
            ? new InterceptorCredentials([.. credentials.SelectMany(one => one.Interceptors)])
            : throw new ArgumentException("At least two credentials are needed.", nameof(credentials));
    }

    /// <summary>Credentials that <paramref name="interceptor"/> adds to the headers of each call.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptorCredentials([interceptor]);
    }

    sealed class InterceptorCredentials(AsyncAuthInterceptor[] interceptors) : CallCredentials
    {
        internal override IEnumerable<AsyncAuthInterceptor> Interceptors => interceptors;
    }
}

/// <summary>Adds credentials to the headers of a call that is about to start.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>The call that credentials are asked for.</summary>
public class AuthInterceptorContext
{
    /// <summary>Makes a context.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName) : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>Makes a context.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>Address of the service, without the method.</summary>
    public string ServiceUrl { get; }

    /// <summary>Name of the method alone.</summary>
    public string MethodName { get; }

    /// <summary>Cancelled with the call.</summary>
    public CancellationToken CancellationToken { get; }
}
