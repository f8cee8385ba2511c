import { useMe, roleOf } from './me';

/**
 * Which role finds the button of an act that belongs to no record yet; the server judges whoever
 * presses it. Acts on a record come with its `allowed_actions` instead.
 */
const OFFERS = {
  addTrainee: ['school_admin', 'county_admin'],
  appoint: ['school_admin', 'county_admin', 'project_team', 'platform_operator'],
  giveCodes: ['school_admin', 'county_admin', 'project_team', 'platform_operator'],
  newClass: ['school_admin', 'joint_class_admin', 'county_admin'],
  newWorkshop: ['school_admin', 'joint_class_admin'],
  place: ['school_admin', 'joint_class_admin', 'county_admin'],
  reveal: ['school_admin', 'county_admin', 'trainee'],
} as const satisfies Record<string, readonly string[]>;

export type Offer = keyof typeof OFFERS;

/** `const offered = useOffers(); offered('newClass') && <Button …>` */
export function useOffers() {
  const me = useMe().data;
  return (offer: Offer) => me !== undefined && (OFFERS[offer] as readonly string[]).includes(roleOf(me).role);
}
