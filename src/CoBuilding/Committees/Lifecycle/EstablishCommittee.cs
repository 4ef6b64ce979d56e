using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Committees.Lifecycle;

/// <summary>Records a committee that is established already, or will be on a known day without being prepared here.</summary>
public sealed class EstablishCommittee(Door door)
{
    public sealed record Form : NewCommittee
    {
        public DateOnly? EstablishedOn { get; set; }
        public DateOnly? TermEndsOn { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.EstablishedOn).NotNull();
                RuleFor(f => f.TermEndsOn)
                    .GreaterThan(f => f.EstablishedOn)
                    .When(f => f.TermEndsOn is not null && f.EstablishedOn is not null)
                    .WithMessage(_ => Texts.Wording.T("Committees.TermAfterEstablishment"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.MakeAsync(db, ct);
        (committee.EstablishedOn, committee.TermEndsOn) = (form.EstablishedOn, form.TermEndsOn);
        db.Committees.Add(committee);
        await db.CommitAsync(ct);
    }
}
