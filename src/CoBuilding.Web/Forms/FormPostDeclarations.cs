using CoBuilding.Access;

namespace CoBuilding.Web.Forms;

/// <summary>Each endpoint that takes a POST is declared as exactly one kind where it is mapped.</summary>
public static class FormPostDeclarations
{
    /// <summary>Requires the form's token: without it the endpoint does not run, whether it reads the form or not.</summary>
    /// <param name="again">A handler that shows the form again with <see cref="PostedForm.Problem"/> and what was typed.</param>
    /// <param name="typed">See <see cref="FormOrigin"/>.</param>
    public static T DemandsToken<T>(this T endpoint, Delegate again, params string[] typed)
        where T : IEndpointConventionBuilder =>
        endpoint.Declare(builder =>
        {
            var shown = RequestDelegateFactory.Create(again, new() { ServiceProvider = builder.ApplicationServices });
            return new(FormPostKind.Token, Back: new(null, typed, shown.RequestDelegate));
        });

    /// <summary>The same for a form without text fields.</summary>
    /// <param name="page">See <see cref="FormOrigin"/>.</param>
    public static T DemandsToken<T>(this T endpoint, string page)
        where T : IEndpointConventionBuilder => endpoint.Declare(_ => new(FormPostKind.Token, Back: new(page, [], null)));

    /// <summary>The token in the address is the only credential, so a forged form cannot use any other (no cookie is read).</summary>
    /// <param name="right">The right that the link needs; checked before the body is read.</param>
    public static T IsSentByLink<T>(this T endpoint, Right right, string reason)
        where T : IEndpointConventionBuilder => endpoint.Declare(_ => new(FormPostKind.Link, reason, Right: right));

    /// <summary>Changes only a display preference of this browser.</summary>
    public static T IsPreference<T>(this T endpoint, string reason)
        where T : IEndpointConventionBuilder => endpoint.Declare(_ => new(FormPostKind.Preference, reason));

    private static T Declare<T>(this T endpoint, Func<EndpointBuilder, FormPostDeclaration> declared)
        where T : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(declared(builder)));
        return endpoint;
    }
}
